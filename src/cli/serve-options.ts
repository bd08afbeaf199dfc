import type { Command } from 'commander'
import type { SettingsOverrides } from '../app/config.ts'
import { type EndpointConfig, endpointConfigSchema } from '../core/endpoint.ts'
import type { ReceiverLimits } from '../core/receiver-limits.ts'
import type { TunnelSettings } from '../core/settings.ts'
import {
  parseNgrokDomain,
  parsePort,
  parseReceiverLimit,
  parseSubdomain,
  parseTunnel,
  parseTunnelHost,
} from './options.ts'

/** What every command understands that runs a receiver and a tunnel. */
export interface ServeFlags {
  readonly port?: number
  readonly data?: string
  readonly path?: string
  readonly userParam?: string
  readonly amountParam?: string
  readonly tunnel?: Pick<TunnelSettings, 'provider' | 'ownUrl'>
  readonly tunnelHost?: string
  readonly subdomain?: string
  readonly ngrokDomain?: string
  readonly logValues?: true
  readonly limit?: Partial<ReceiverLimits>
  readonly keepDays?: number
  readonly keepRequests?: number
  readonly json: boolean
}

/** The receiver's port; first of all in the help. */
export function addPortOption(command: Command): Command {
  return command.option(
    '--port <number>',
    'port of the receiver, 0 for any (default: 4070, or the next free one)',
    parsePort,
  )
}

/** All the others. `dataHelp` says where the history lies without `--data`. */
export function addServeOptions(command: Command, dataHelp = 'where the history lies'): Command {
  return command
    .option('--data <folder>', dataHelp)
    .option('--path <path>', 'path of the first endpoint, for example /hitpoint')
    .option('--user-param <name>', 'the name that carries the user id')
    .option('--amount-param <name>', 'the name that carries the reward amount')
    .option('--tunnel <kind>', 'localtunnel, ngrok, none, or the https:// URL of your own tunnel', parseTunnel)
    .option('--tunnel-host <url>', 'the localtunnel server', parseTunnelHost)
    .option('--subdomain <name>', 'the wanted name of the public URL', parseSubdomain)
    .option('--ngrok-domain <domain>', 'a domain reserved at ngrok (its token: NGROK_AUTHTOKEN)', parseNgrokDomain)
    .option('--log-values', 'write what arrives into the log file as well, as it came')
    .option(
      '--limit <name=value>',
      'a bound of the receiver, for example head-bytes=32KiB (repeatable; a wrong name lists all)',
      parseReceiverLimit,
    )
    .option('--json', 'one JSON object a line on standard output, and nothing else there', false)
}

/** What the flags put in force for this run. */
export function overridesOf(flags: ServeFlags): SettingsOverrides {
  return {
    receiver: {
      ...(flags.port === undefined ? {} : { port: flags.port, portTaken: 'fail' }),
      ...(flags.limit === undefined ? {} : { limits: flags.limit }),
    },
    tunnel: {
      ...flags.tunnel,
      ...(flags.tunnelHost === undefined ? {} : { host: flags.tunnelHost }),
      ...(flags.subdomain === undefined ? {} : { subdomain: flags.subdomain }),
      ...(flags.ngrokDomain === undefined ? {} : { ngrokDomain: flags.ngrokDomain }),
    },
    ...(flags.logValues === undefined ? {} : { log: { rawValues: true } }),
    history: {
      ...(flags.keepDays === undefined ? {} : { keepDays: flags.keepDays }),
      ...(flags.keepRequests === undefined ? {} : { keepRequests: flags.keepRequests }),
    },
  }
}

const ENDPOINT_OPTIONS = { path: '--path', userIdParam: '--user-param', rewardAmountParam: '--amount-param' } as const

/** What the flags set of the first endpoint; ends the command as wrong usage where one of them is none. */
export function endpointOf(
  flags: ServeFlags,
  command: Command,
): Partial<Pick<EndpointConfig, keyof typeof ENDPOINT_OPTIONS>> {
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
