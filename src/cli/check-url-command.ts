import type { Command } from 'commander'
import { type CheckedUrl, checkAgainst, readEndpoints } from '../app/check-url.ts'
import { DEFAULT_ENDPOINT_CONFIG, type Endpoint, type EndpointConfig, endpointConfigSchema } from '../core/endpoint.ts'
import { effectivePath } from '../core/secret-path.ts'
import { dataFolder } from './data-folder.ts'
import { CliError, EXIT } from './exit.ts'
import { markedLines } from './marked-line.ts'
import { parseTunnelHost } from './options.ts'
import { type Output, printable } from './output.ts'

interface Flags {
  readonly endpoint?: string
  readonly data?: string
  readonly publicUrl?: string
  readonly path?: string
  readonly userParam?: string
  readonly amountParam?: string
  readonly json: boolean
}

/** Adds `check-url`: the dashboard URL checker. Exit code 0 where the URL is right, 1 where something differs. */
export function addCheckUrl(root: Command, output: Output): void {
  root
    .command('check-url')
    .description('says what is wrong with the URL as it stands in the Adjump dashboard; exit code 1 where anything is')
    .argument('<url>', 'the URL, in quotes; behind “--” where it begins with “-”')
    .option('--endpoint <name>', 'the endpoint it is for, by name or id (default: the one it fits best)')
    .option('--data <folder>', 'where the history lies, with the endpoints')
    .option(
      '--public-url <url>',
      'the public URL that belongs in it (default: the host is only checked for sense)',
      parseTunnelHost,
    )
    .option('--path <path>', 'the path, instead of the endpoint’s')
    .option('--user-param <name>', 'the name that carries the user id, instead of the endpoint’s')
    .option('--amount-param <name>', 'the name that carries the reward amount, instead of the endpoint’s')
    .option('--json', 'one JSON object on standard output, and nothing else there', false)
    .allowExcessArguments(false)
    .action(async (url: string, flags: Flags) => {
      const endpoints = await chosenEndpoints(flags)
      const publicUrl = flags.publicUrl ?? null
      const checked = checkAgainst(url, endpoints, publicUrl)
      if (flags.json) output.line(JSON.stringify(asJson(url, publicUrl, checked)))
      else for (const line of asText(url, publicUrl, checked)) output.line(line)
      const { length } = checked.problems
      if (length > 0) {
        throw new CliError(
          EXIT.no,
          length === 1 ? 'One thing is wrong with it.' : `${String(length)} things are wrong with it.`,
        )
      }
    })
}

async function chosenEndpoints(flags: Flags): Promise<[Endpoint, ...Endpoint[]]> {
  const stored = await readEndpoints(dataFolder(flags.data))
  const known = stored ?? []
  const wanted = flags.endpoint
  const fitting = known.filter(({ id, name }) => wanted === undefined || id === wanted || name === wanted)
  if (wanted !== undefined && fitting.length === 0) {
    const names = known.map(({ name, id }) => `  ${printable(name)}  (${printable(id)})`).join('\n')
    const there = stored === null ? `There is no history in ${dataFolder(flags.data)}.` : `There are:\n${names}`
    throw new CliError(EXIT.usage, `There is no endpoint “${printable(wanted)}”. ${there}`)
  }
  const [first = { id: '', ...DEFAULT_ENDPOINT_CONFIG }, ...others] = fitting
  return [withFlags(first, flags), ...others.map((endpoint) => withFlags(endpoint, flags))]
}

function withFlags(endpoint: Endpoint, flags: Flags): Endpoint {
  const given: Partial<EndpointConfig> = {
    // A path that is given is the whole path.
    ...(flags.path === undefined ? {} : { path: flags.path, pathToken: null, formerPathTokens: [] }),
    ...(flags.userParam === undefined ? {} : { userIdParam: flags.userParam }),
    ...(flags.amountParam === undefined ? {} : { rewardAmountParam: flags.amountParam }),
  }
  const { id, ...config } = { ...endpoint, ...given }
  const parsed = endpointConfigSchema.safeParse(config)
  if (parsed.success) return { id, ...parsed.data }
  throw new CliError(EXIT.usage, parsed.error.issues[0]?.message ?? 'These options do not go together.')
}

function asJson(url: string, publicUrl: string | null, { endpoint, problems }: CheckedUrl) {
  return {
    url,
    publicUrl,
    // Without a history there is only the default mapping, which has no id.
    endpoint: { id: endpoint.id === '' ? null : endpoint.id, name: endpoint.name, path: effectivePath(endpoint) },
    ok: problems.length === 0,
    problems: problems.map(({ code, message, fix, span }) => ({
      code,
      message,
      fix,
      start: span.start,
      end: span.end,
    })),
  }
}

function asText(url: string, publicUrl: string | null, { endpoint, problems }: CheckedUrl): string[] {
  const lines = [`Compared with ${printable(endpoint.name)}, path ${printable(effectivePath(endpoint))}.`]
  if (problems.length === 0) {
    lines.push(
      publicUrl === null
        ? 'Path, names and macros are right. The host was only checked for sense: give --public-url to compare it.'
        : 'This URL is right: nothing differs from what the inspector expects.',
    )
  }
  for (const { code, message, fix, span } of problems) {
    const [shown, marks] = markedLines(url, span)
    lines.push('', `  ${shown}`, `  ${marks}`, `${printable(message)} ${printable(fix)} [${code}]`)
  }
  return lines
}
