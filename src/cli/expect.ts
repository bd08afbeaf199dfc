import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as startTimer } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import { type Inspector } from '../app/inspector.ts'
import { expectationProcedures } from '../contract/expectation-procedures.ts'
import { overviewSchema } from '../contract/procedures.ts'
import { buildDashboardUrl } from '../core/dashboard-url.ts'
import type { Endpoint } from '../core/endpoint.ts'
import type { Expectation } from '../core/expectation.ts'
import { describeOutcome } from '../core/expectation-words.ts'
import { dataFolder } from './data-folder.ts'
import { CliError, EXIT } from './exit.ts'
import { type ExpectReporter, jsonExpectReporter, textExpectReporter } from './expect-output.ts'
import { type InspectorOptions, openInspector } from './open-inspector.ts'
import type { Output } from './output.ts'
import { followLog } from './serve-output.ts'

/** An endpoint may hold its reply back for a minute. */
const LONGEST_REPLY_MS = 65_000
const PASSING_ON_MS = 500

export interface ExpectOptions extends InspectorOptions {
  /** Null: a temporary folder, removed at the end. */
  readonly dataFolder: string | null
  readonly userId: string
  readonly amount: string
  readonly timeoutMs: number
  readonly json: boolean
}

/**
 * Runs receiver and tunnel until the expected postback came or its time is over. Resolves where it came; rejects with
 * a `CliError` of exit code 1 where it did not, 3 where the tunnel does not open, 130 where `end` came first.
 */
export async function expectPostback(options: ExpectOptions, output: Output, end: Promise<void>): Promise<void> {
  const { dataFolder: asked } = options
  if (asked !== null) {
    await expectIn(dataFolder(asked), options, output, end)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'adjump-inspector-expect-'))
  try {
    await expectIn(folder, options, output, end)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {
      output.note(`The temporary folder ${folder} could not be removed.`)
    })
  }
}

async function expectIn(folder: string, options: ExpectOptions, output: Output, end: Promise<void>): Promise<void> {
  const reporter = options.json ? jsonExpectReporter(output) : textExpectReporter(output)
  const inspector = await openInspector(folder, options, output)
  let stopFollowing = (): void => {}
  try {
    for (const { text, detail } of inspector.notices) output.note(detail === null ? text : `${text} ${detail}`)
    if (inspector.receiver.url !== null) reporter.receiverListening(inspector.receiver.url)
    stopFollowing = followLog(inspector, reporter)
    let armedId: string | null = null
    const interrupted = end.then(async () => {
      // In a folder that stays, the next run must not go on waiting for it.
      if (armedId !== null) await inspector.router.call('expectation.cancel', { id: armedId }).catch(() => {})
      throw interruption()
    })
    // Without somebody who waits for it just then, a rejection would end the process.
    interrupted.catch(() => {})
    const watched = watchOne(inspector, options, {
      ...reporter,
      armed(expectation) {
        armedId = expectation.id
        reporter.armed(expectation)
      },
    })
    watched.catch(() => {})
    const expectation = await Promise.race([watched, interrupted])
    stopFollowing()
    reporter.ended(expectation)
    // There is no screen here that could have cancelled it.
    if (expectation.outcome.state === 'cancelled') throw interruption()
    if (expectation.outcome.state !== 'met') throw new CliError(EXIT.no, describeOutcome(expectation))
  } finally {
    stopFollowing()
    await inspector.close()
  }
}

function interruption(): CliError {
  return new CliError(EXIT.interrupted, 'Interrupted: there is no answer.')
}

/** Arms once there is a URL to send to, and resolves with the outcome. */
async function watchOne(inspector: Inspector, options: ExpectOptions, reporter: ExpectReporter): Promise<Expectation> {
  const { endpoints, settings } = overviewSchema.parse(await inspector.router.call('app.overview', {}))
  const [endpoint] = endpoints
  if (!endpoint) throw new CliError(EXIT.failed, 'There is no endpoint to expect a postback on.')
  const isLocal = settings.tunnel.provider === 'none'
  if (!isLocal) await tunnelOpens(inspector, options.timeoutMs)
  const before = inspector.log.seq
  const { userId, amount, timeoutMs: waitMs } = options
  const armed = expectationProcedures['expectation.arm'].output.parse(
    await inspector.router.call('expectation.arm', { endpointId: endpoint.id, userId, amount, waitMs }),
  )
  reporter.armed(armed)
  tellDashboardUrl(inspector, endpoint, reporter, isLocal)
  const ended = await eventually(inspector, before, (event) => {
    if (event.event === 'tunnel.changed') tellDashboardUrl(inspector, endpoint, reporter, isLocal)
    if (event.event !== 'expectation.changed') return null
    return event.payload.changed.find(({ id, outcome }) => id === armed.id && outcome.state !== 'pending') ?? null
  })
  if (ended.outcome.state === 'met') await replyIsOut(inspector, before, ended.outcome.postbackId, isLocal)
  return ended
}

/** The sender is to have its reply before receiver and tunnel close: a tunnel does not say when it has passed it on. */
async function replyIsOut(inspector: Inspector, seq: number, postbackId: number, isLocal: boolean): Promise<void> {
  const replied = eventually(inspector, seq, (event) =>
    event.event === 'postback.replied' && event.payload.replies.some(({ id }) => id === postbackId) ? true : null,
  )
  await Promise.race([replied, setTimeout(LONGEST_REPLY_MS, null, { ref: false })])
  if (!isLocal) await setTimeout(PASSING_ON_MS)
}

function tellDashboardUrl(inspector: Inspector, endpoint: Endpoint, reporter: ExpectReporter, isLocal: boolean): void {
  const base = isLocal ? inspector.receiver.url : inspector.tunnel.url
  if (base !== null) reporter.dashboardUrl(buildDashboardUrl(base, endpoint))
}

async function tunnelOpens(inspector: Inspector, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = startTimer(() => {
      const { why } = inspector.tunnel
      reject(new CliError(EXIT.failed, `The tunnel did not open within ${String(patienceMs / 1000)} s. ${why}`))
    }, patienceMs)
  })
  const isOpen = (): true | null => (inspector.tunnel.state === 'open' ? true : null)
  try {
    await Promise.race([isOpen() ?? eventually(inspector, inspector.log.seq, isOpen), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

type Logged = NonNullable<ReturnType<Inspector['log']['after']>>[number]

/** Resolves with the first answer that `look` gives to an event after `seq`; every event is looked at once. */
function eventually<T>(inspector: Inspector, seq: number, look: (event: Logged) => T | null): Promise<T> {
  const { log } = inspector
  let seen = seq
  return new Promise((resolve) => {
    let stop = (): void => {}
    const drain = (): void => {
      for (const event of log.after(seen, Number.POSITIVE_INFINITY) ?? []) {
        seen = event.seq
        const found = look(event)
        if (found === null) continue
        stop()
        resolve(found)
        return
      }
    }
    stop = log.onEmit(drain)
    drain()
  })
}
