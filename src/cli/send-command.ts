import { type Command, InvalidArgumentError } from 'commander'
import { openStandaloneDesk } from '../app/standalone-desk.ts'
import { methodProblem, targetProblem, typedTarget, withQuery } from '../core/compose.ts'
import type { OutgoingRequest } from '../core/outgoing.ts'
import { MOST_TIMES } from '../core/sending.ts'
import { readTargetUrl, type TargetUrl } from '../core/target-url.ts'
import { CliError, EXIT } from './exit.ts'
import { parseParam, parseTimeout } from './options.ts'
import type { Output } from './output.ts'
import { jsonSendReporter, textSendReporter } from './send-output.ts'

interface SendFlags {
  readonly url: string
  readonly user?: string
  readonly amount?: string
  readonly userParam: string
  readonly amountParam: string
  readonly param: readonly (readonly [string, string])[]
  readonly method: string
  readonly times: number
  readonly timeout: number
  readonly rawTarget?: string
  readonly yes: boolean
  readonly json: boolean
}

/** `send`: one postback, or the same again, to a backend; exit 0 where every reply was a 2xx. */
export function addSend(root: Command, output: Output): void {
  root
    .command('send')
    .description('sends one postback as Adjump would, and prints what came back')
    .requiredOption('--url <url>', 'where to, for example http://127.0.0.1:3000/hitpoint; its query goes along')
    .option('--user <id>', 'the user id')
    .option('--amount <amount>', 'the reward amount')
    .option('--user-param <name>', 'the name that carries the user id', parseName, 'user_id')
    .option('--amount-param <name>', 'the name that carries the reward amount', parseName, 'reward_amount')
    .option('--param <name=value>', 'one more parameter; may be repeated', parseParam, [])
    .option('--method <method>', 'the HTTP method', parseMethod, 'GET')
    .option('--times <number>', `how often, one after the other: 1 to ${String(MOST_TIMES)}`, parseTimes, 1)
    .option('--timeout <seconds>', 'how long to wait for a reply: 0.1 to 120', parseTimeout, 15)
    .option('--raw-target <target>', 'this request-target, byte for byte, in place of all the names and values')
    .option('--yes', 'send to a host that is not local: it is yours, or its owner agreed', false)
    .option('--json', 'one JSON object a line on standard output, and nothing else there', false)
    .allowExcessArguments(false)
    .action(async (flags: SendFlags) => send(flags, output))
}

async function send(flags: SendFlags, output: Output): Promise<void> {
  const request = toRequest(flags)
  const desk = openStandaloneDesk()
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const checked = desk.check(request.origin, flags.yes)
    if (!checked.ok) {
      const what = checked.reason === 'not-confirmed' ? ' Add --yes to send it all the same.' : ''
      throw new CliError(EXIT.usage, `${checked.sentence}${what}`)
    }
    const report = flags.json ? jsonSendReporter(output) : textSendReporter(output)
    const options = { timeoutMs: flags.timeout * 1000, confirmed: flags.yes, signal: stop.signal }
    let accepted = 0
    let sent = 0
    for (let nth = 1; nth <= flags.times && !stop.signal.aborted; nth += 1) {
      const outcome = await desk.send(request, options)
      report(nth, request, outcome)
      sent = nth
      const status = outcome.failure === null ? (outcome.reply?.status ?? 0) : 0
      if (status >= 200 && status < 300) accepted += 1
    }
    if (accepted === flags.times) return
    if (stop.signal.aborted) {
      const well = `${String(accepted)} of ${String(sent)} sent were answered with a 2xx status`
      throw new CliError(EXIT.interrupted, `Interrupted: ${well}.`)
    }
    const wanting = flags.times - accepted
    const who = flags.times === 1 ? 'It was' : `${String(wanting)} of ${String(flags.times)} were`
    throw new CliError(EXIT.no, `${who} not answered with a 2xx status.`)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    desk.close()
  }
}

function toRequest(flags: SendFlags): OutgoingRequest {
  const url = readUrl(flags.url)
  const target = flags.rawTarget === undefined ? composed(flags, url) : rawTarget(flags, url)
  const problem = targetProblem(target)
  if (problem !== null) throw new CliError(EXIT.usage, `option '--raw-target': ${problem}`)
  return { origin: url.origin, method: flags.method, target, rawHeaders: ['Accept', '*/*'], body: new Uint8Array() }
}

function readUrl(text: string): TargetUrl {
  const read = readTargetUrl(text)
  if (!read.ok) throw new CliError(EXIT.usage, `option '--url': ${read.sentence}`)
  return read.url
}

function composed(flags: SendFlags, url: TargetUrl): string {
  const { user, amount, userParam, amountParam } = flags
  if (user === undefined || amount === undefined) {
    const missing = user === undefined ? '--user' : '--amount'
    throw new CliError(EXIT.usage, `option '${missing}' is missing: give --user and --amount, or a whole --raw-target.`)
  }
  if (userParam === amountParam) {
    throw new CliError(EXIT.usage, "options '--user-param' and '--amount-param': the two names must differ.")
  }
  return withQuery(url.path, url.query, [
    { name: userParam, value: user },
    { name: amountParam, value: amount },
    ...flags.param.map(([name, value]) => ({ name, value })),
  ])
}

function rawTarget(flags: SendFlags, url: TargetUrl): string {
  if (flags.user !== undefined || flags.amount !== undefined || flags.param.length > 0) {
    throw new CliError(EXIT.usage, "option '--raw-target' is the whole target: leave --user, --amount and --param out.")
  }
  if (url.path !== '/' || url.query !== null) {
    throw new CliError(
      EXIT.usage,
      "option '--url': with --raw-target it is the host alone, such as http://127.0.0.1:3000.",
    )
  }
  return typedTarget(flags.rawTarget ?? '')
}

function parseName(text: string): string {
  if (text === '') throw new InvalidArgumentError('A name is not empty.')
  return text
}

function parseMethod(text: string): string {
  const problem = methodProblem(text)
  if (problem !== null) throw new InvalidArgumentError(problem)
  return text
}

function parseTimes(text: string): number {
  const times = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (times < 1 || times > MOST_TIMES) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${String(MOST_TIMES)}.`)
  }
  return times
}
