import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat } from '../app/export-history.ts'
import { EVERYTHING } from '../core/filter.ts'
import { ReceiverError, StoreError } from '../core/ports.ts'
import type { Kind } from '../core/postback.ts'
import { addArchive } from './archive-command.ts'
import { addCheckUrl } from './check-url-command.ts'
import { addClear } from './clear-command.ts'
import { addConform } from './conform-command.ts'
import { dataFolder } from './data-folder.ts'
import { ended } from './ended.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { addExpect } from './expect-command.ts'
import { addExplain } from './explain-command.ts'
import { exportCommand } from './export.ts'
import { parseKeepDays, parseKeepRequests, parseKinds, parseMoment, parsePort } from './options.ts'
import type { Output } from './output.ts'
import { addReport } from './report-command.ts'
import { addSend } from './send-command.ts'
import { serve } from './serve.ts'
import { addPortOption, addServeOptions, endpointOf, overridesOf, type ServeFlags } from './serve-options.ts'
import { appVersion } from './version.ts'

const DEFAULT_UI_PORT = 4071

interface UiFlags extends ServeFlags {
  readonly uiPort?: number
  readonly ui: boolean
  readonly quiet: boolean
}

interface ExportFlags {
  readonly data?: string
  readonly format: ExportFormat
  readonly kind?: readonly Kind[]
  readonly since?: number
  readonly out?: string
}

/**
 * Runs one command line (without the program's name) and returns its exit code. Every failure that can be expected
 * is one sentence on standard error.
 */
export async function runProgram(argv: readonly string[], output: Output): Promise<ExitCode> {
  try {
    await program(output).parseAsync([...argv], { from: 'user' })
    return EXIT.done
  } catch (error) {
    // Commander has printed its own message, help and version included.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof CliError || error instanceof StoreError || error instanceof ReceiverError) {
      output.note(error.message)
      return error instanceof CliError ? error.exitCode : EXIT.failed
    }
    throw error
  }
}

function program(output: Output): Command {
  const root = new Command('adjump-inspector')
    .description('Receives Adjump’s postbacks on this computer and says what is wrong with each.')
    .version(appVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.line(text.trimEnd()),
      writeErr: (text) => output.note(text.trimEnd()),
    })
    .showHelpAfterError('(add --help for all options)')
  addServe(root, output)
  addExpect(root, output)
  addExport(root)
  addArchive(root, output)
  addReport(root)
  addClear(root, output)
  addCheckUrl(root, output)
  addSend(root, output)
  addConform(root, output)
  addExplain(root, output)
  return root
}

function addServe(root: Command, output: Output): void {
  const serveCommand = root
    .command('serve')
    .description('runs the receiver, the tunnel and the screen without a window, until Ctrl+C')
  addPortOption(serveCommand)
    .option('--ui-port <number>', 'port of the screen, 0 for any (default: 4071, or the next free one)', parsePort)
    .option('--no-ui', 'no screen')
  addServeOptions(serveCommand)
    .option('--keep-days <number>', 'remove what is older, but for what is marked', parseKeepDays)
    .option(
      '--keep-requests <number>',
      'remove what is beyond so many of the newest, but for what is marked',
      parseKeepRequests,
    )
    .option('--quiet', 'print where it listens, and nothing of what arrives', false)
    .allowExcessArguments(false)
    .action(async (flags: UiFlags, command: Command) => {
      await serve(
        {
          dataFolder: dataFolder(flags.data),
          version: appVersion(),
          overrides: overridesOf(flags),
          endpoint: endpointOf(flags, command),
          ui: flags.ui
            ? { port: flags.uiPort ?? DEFAULT_UI_PORT, portTaken: flags.uiPort === undefined ? 'next-free' : 'fail' }
            : null,
          json: flags.json,
          quiet: flags.quiet,
        },
        output,
        ended(),
      )
    })
}

function addExport(root: Command): void {
  root
    .command('export')
    .description('prints the whole history, oldest first; works beside a running inspector')
    .option('--data <folder>', 'where the history lies')
    .addOption(new Option('--format <format>', 'how to write it').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--kind <kinds>', 'only these, comma-separated: postback, probe, noise, rejected', parseKinds)
    .option('--since <time>', 'only what arrived since: ISO 8601, or a span such as 12h', (text: string) =>
      parseMoment(text),
    )
    .option('--out <file>', 'the file to write (default: standard output)', parseFile)
    .allowExcessArguments(false)
    .action(async (flags: ExportFlags) => {
      await exportCommand({
        dataFolder: dataFolder(flags.data),
        version: appVersion(),
        format: flags.format,
        filter: { ...EVERYTHING, kinds: flags.kind ?? [], from: flags.since ?? null },
        file: flags.out ?? null,
      })
    })
}

function parseFile(text: string): string {
  if (text === '') throw new InvalidArgumentError('Name a file.')
  return text
}
