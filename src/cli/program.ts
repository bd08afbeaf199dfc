import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat } from '../app/export-history.ts'
import { endpointConfigSchema } from '../core/endpoint.ts'
import { EVERYTHING } from '../core/filter.ts'
import { ReceiverError, StoreError } from '../core/ports.ts'
import { type Kind, kindSchema } from '../core/postback.ts'
import type { TunnelSettings } from '../core/settings.ts'
import { dataFolder } from './data-folder.ts'
import { ended } from './ended.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { exportCommand } from './export.ts'
import { parseMoment, parsePort, parseSubdomain, parseTunnel, parseTunnelHost, refuseUnless } from './options.ts'
import type { Output } from './output.ts'
import { serve } from './serve.ts'
import { appVersion } from './version.ts'

const DEFAULT_UI_PORT = 4071

interface ServeFlags {
  readonly port?: number
  readonly uiPort?: number
  readonly ui: boolean
  readonly data?: string
  readonly path?: string
  readonly userParam?: string
  readonly amountParam?: string
  readonly tunnel?: Pick<TunnelSettings, 'provider' | 'ownUrl'>
  readonly tunnelHost?: string
  readonly subdomain?: string
  readonly json: boolean
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
  addExport(root)
  return root
}

function addServe(root: Command, output: Output): void {
  root
    .command('serve')
    .description('runs the receiver, the tunnel and the screen without a window, until Ctrl+C')
    .option('--port <number>', 'port of the receiver, 0 for any (default: 4070, or the next free one)', parsePort)
    .option('--ui-port <number>', 'port of the screen, 0 for any (default: 4071, or the next free one)', parsePort)
    .option('--no-ui', 'no screen')
    .option('--data <folder>', 'where the history lies')
    .option('--path <path>', 'path of the first endpoint, for example /hitpoint')
    .option('--user-param <name>', 'the name that carries the user id')
    .option('--amount-param <name>', 'the name that carries the reward amount')
    .option('--tunnel <kind>', 'localtunnel, none, or the https:// URL of your own tunnel', parseTunnel)
    .option('--tunnel-host <url>', 'the localtunnel server', parseTunnelHost)
    .option('--subdomain <name>', 'the wanted name of the public URL', parseSubdomain)
    .option('--json', 'one JSON object a line on standard output, and nothing else there', false)
    .allowExcessArguments(false)
    .action(async (flags: ServeFlags, command: Command) => {
      await serve(
        {
          dataFolder: dataFolder(flags.data),
          version: appVersion(),
          overrides: {
            ...(flags.port === undefined ? {} : { receiver: { port: flags.port, portTaken: 'fail' } }),
            tunnel: {
              ...flags.tunnel,
              ...(flags.tunnelHost === undefined ? {} : { host: flags.tunnelHost }),
              ...(flags.subdomain === undefined ? {} : { subdomain: flags.subdomain }),
            },
          },
          endpoint: endpointFlags(flags, command),
          ui: flags.ui
            ? { port: flags.uiPort ?? DEFAULT_UI_PORT, portTaken: flags.uiPort === undefined ? 'next-free' : 'fail' }
            : null,
          json: flags.json,
        },
        output,
        ended(),
      )
    })
}

const ENDPOINT_OPTIONS = { path: '--path', userIdParam: '--user-param', rewardAmountParam: '--amount-param' } as const

function endpointFlags(flags: ServeFlags, command: Command) {
  const given = {
    ...(flags.path === undefined ? {} : { path: flags.path }),
    ...(flags.userParam === undefined ? {} : { userIdParam: flags.userParam }),
    ...(flags.amountParam === undefined ? {} : { rewardAmountParam: flags.amountParam }),
  }
  for (const key of Object.keys(given) as (keyof typeof given)[]) {
    const result = endpointConfigSchema.shape[key].safeParse(given[key])
    if (!result.success) command.error(`error: option '${ENDPOINT_OPTIONS[key]}': ${result.error.issues[0]?.message}`)
  }
  if (given.userIdParam !== undefined && given.userIdParam === given.rewardAmountParam) {
    command.error("error: options '--user-param' and '--amount-param': the two names must differ.")
  }
  return given
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

function parseKinds(text: string): readonly Kind[] {
  return text.split(',').map((kind) => {
    const parsed = kindSchema.safeParse(kind.trim())
    refuseUnless(parsed)
    return kindSchema.parse(kind.trim())
  })
}
