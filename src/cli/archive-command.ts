import { type Command, InvalidArgumentError } from 'commander'
import { fileBytes } from '../app/import-archive.ts'
import { archiveHistory, importIntoFolder } from '../app/offline-history.ts'
import { ArchiveError } from '../core/archive.ts'
import { dataFolder } from './data-folder.ts'
import { CliError, EXIT } from './exit.ts'
import { interruption } from './interruption.ts'
import { type Output, printable } from './output.ts'
import { appVersion } from './version.ts'
import { writeResult } from './write-file.ts'

interface Flags {
  readonly data?: string
}

/** `archive` and `import`: the whole history as one file, and back. */
export function addArchive(root: Command, output: Output): void {
  root
    .command('archive')
    .description(
      'writes the whole history as one file that another installation imports; works beside a running inspector',
    )
    .requiredOption('--out <file>', 'the file to write, for example history.adjump-archive', parseFile)
    .option('--data <folder>', 'where the history lies')
    .allowExcessArguments(false)
    .action(async (flags: Flags & { readonly out: string }) => {
      await writeResult(flags.out, archiveHistory({ dataFolder: dataFolder(flags.data), version: appVersion() }))
    })
  root
    .command('import')
    .description('adds an archive or a HAR to the history: all of it or nothing, and nothing twice')
    .argument('<file>', 'the archive, or the HAR')
    .option('--data <folder>', 'where the history lies; no inspector may be using it')
    .option('--json', 'one JSON object on standard output', false)
    .allowExcessArguments(false)
    .action(async (file: string, flags: Flags & { readonly json: boolean }) => {
      await importCommand(file, dataFolder(flags.data), flags.json, output)
    })
}

async function importCommand(file: string, folder: string, json: boolean, output: Output): Promise<void> {
  const signal = interruption()
  try {
    const outcome = await importIntoFolder({ dataFolder: folder, version: appVersion() }, fileBytes(file), {
      signal,
      onProgress: () => {},
    })
    if (json) output.line(JSON.stringify(outcome))
    else for (const sentence of outcome.sentences) output.line(printable(sentence))
  } catch (error) {
    throw refusal(error, file, signal)
  }
}

function refusal(error: unknown, file: string, signal: AbortSignal): unknown {
  if (signal.aborted) return new CliError(EXIT.interrupted, 'The import was stopped, and nothing was imported.')
  if (error instanceof ArchiveError) return new CliError(EXIT.failed, `${file}: ${error.message}`)
  if (error instanceof Error && 'syscall' in error) {
    return new CliError(EXIT.failed, `${file} could not be read: ${error.message}. Nothing was imported.`)
  }
  return error
}

export function parseFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Name a file.')
  return text
}
