import { type Command, Option } from 'commander'
import { reportHistory } from '../app/offline-history.ts'
import { parseFile } from './archive-command.ts'
import { dataFolder } from './data-folder.ts'
import { parseMoment } from './options.ts'
import { appVersion } from './version.ts'
import { writeResult } from './write-file.ts'

interface Flags {
  readonly data?: string
  readonly since: number
  readonly until?: number
  readonly format: 'html' | 'json'
  readonly out?: string
}

/** `report`: the evidence of what arrived in a span. */
export function addReport(root: Command): void {
  root
    .command('report')
    .description('writes the evidence of what arrived in a span: requests, verdicts, replies, outages, sums, a digest')
    .requiredOption('--since <time>', 'from when on: ISO 8601, or a span such as 12h', (text: string) =>
      parseMoment(text),
    )
    .option('--until <time>', 'until when: ISO 8601, or a span such as 1h (default: now)', (text: string) =>
      parseMoment(text),
    )
    .addOption(new Option('--format <format>', 'how to write it').choices(['html', 'json']).makeOptionMandatory())
    .option('--out <file>', 'the file to write (default: standard output)', parseFile)
    .option('--data <folder>', 'where the history lies')
    .allowExcessArguments(false)
    .action(async (flags: Flags, command: Command) => {
      const { since, until } = flags
      if (until !== undefined && until <= since) command.error("error: option '--until' lies before '--since'.")
      const pieces = reportHistory({
        dataFolder: dataFolder(flags.data),
        version: appVersion(),
        from: since,
        to: until ?? null,
        format: flags.format,
      })
      await writeResult(flags.out ?? null, pieces)
    })
}
