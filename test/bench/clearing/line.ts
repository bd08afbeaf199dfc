import { setTimeout as delay } from 'node:timers/promises'
import type { Clearing } from '../../../src/core/clearing.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { Settings } from '../../../src/core/settings.ts'
import { copyOf, largeHistory } from '../history/stored.ts'
import { send } from '../ingest/send.ts'
import type { Line } from '../line.ts'
import { median, quantile } from '../quantiles.ts'
import { serve } from '../serve.ts'
import { contractCalls, type SocketCalls } from '../soak/socket-calls.ts'
import { removeSlices } from './slices.ts'

const RATE = 500
const PATIENCE_MS = 5 * 60_000
/** What is cleared by hand, round by round; what is left goes by the rule. */
const CLEARED = 0.8
/** Of the slices that are measured alone. */
const SLICED = 0.2

/** Rounds of captures in turn: alone, and while requests are removed. The last round is the rule's. */
export const CLEARING_LINE: Line = {
  subject: 'clearing',
  name: 'clearing history, retention',
  target: 'in slices; no capture waits over 20 ms for it',
  async measure(context) {
    const history = await largeHistory(context)
    const slices = removeSlices(await copyOf(context, history), Math.floor(history.rows * SLICED))
    context.say(`${String(slices.removed)} in ${String(slices.times.length)} slices`)
    const product = await serve(context, await copyOf(context, history))
    let progress: Clearing | null = null
    const calls = await contractCalls(product.screenUrl, (message) => {
      progress = newestOf(message) ?? progress
    })
    const running = (): boolean => progress?.state === 'running'
    const rounds = context.quick ? 2 : 6
    const excess: { p99: number; longest: number }[] = []
    let lost = 0
    let removed = 0
    try {
      const load = { port: product.receiverPort, connections: 64, mode: 'open', rate: RATE } as const
      await send({ ...load, name: 'warm', seconds: 2 })
      for (let round = 1; round <= rounds; round += 1) {
        context.signal.throwIfAborted()
        const isRule = round === rounds
        const quiet = await send({ ...load, name: `quiet${String(round)}`, seconds: 4 })
        if (isRule) await keepTheNewest(calls)
        else await clearUpTo(calls, Math.floor((history.rows * CLEARED * round) / (rounds - 1)))
        await until(running, context.signal)
        const busy = await send({ ...load, name: `busy${String(round)}`, seconds: 4 })
        excess.push({ p99: busy.p99 - quiet.p99, longest: busy.longest - quiet.longest })
        lost += quiet.other + quiet.failed + busy.other + busy.failed
        context.say(
          `round ${String(round)}: p99 ${quiet.p99.toFixed(1)} and ${busy.p99.toFixed(1)} ms, longest ${quiet.longest.toFixed(1)} and ${busy.longest.toFixed(1)} ms`,
        )
        await until(() => !running(), context.signal)
        removed += removedOf(progress)
      }
    } finally {
      calls.close()
      await product.stop()
    }
    return {
      figures: [
        {
          what: 'longest wait, more than without',
          value: median(excess.map((one) => one.longest)),
          unit: 'ms',
          atMost: 20,
        },
        { what: 'p99, more than without', value: median(excess.map((one) => one.p99)), unit: 'ms', atMost: 20 },
        { what: 'slices p99', value: quantile(slices.times, 0.99), unit: 'ms', atMost: 20 },
        { what: 'captures', value: lost, unit: 'lost', atMost: 0 },
      ],
      detail: `${removed.toLocaleString('en-US')} removed while captures came at ${String(RATE)}/s; medians of ${String(rounds)} rounds; slices p50 ${median(slices.times).toFixed(1)} ms, the longest ${Math.max(...slices.times).toFixed(1)} ms`,
    }
  },
}

function removedOf(progress: Clearing | null): number {
  return progress?.removed ?? 0
}

interface Told {
  readonly events?: readonly { readonly event: string; readonly payload: unknown }[]
}

function newestOf(message: unknown): Clearing | null {
  const found = ((message as Told).events ?? []).filter(({ event }) => event === 'clearing.progressed')
  return (found.at(-1)?.payload as Clearing | undefined) ?? null
}

async function clearUpTo(calls: SocketCalls, upTo: number): Promise<void> {
  await calls.call('history.clear', { selection: { filter: EVERYTHING, ids: null, upTo }, atOnce: true })
}

/** A rule that most of what is left is beyond. It comes into force a little later. */
async function keepTheNewest(calls: SocketCalls): Promise<void> {
  const { settings } = (await calls.call('app.overview', {})) as { settings: Settings }
  const history = { keepDays: null, keepRequests: 1000 }
  await calls.call('settings.save', { settings: { ...settings, history } })
}

async function until(is: () => boolean, signal: AbortSignal): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while (!is()) {
    signal.throwIfAborted()
    if (performance.now() > end) throw new Error('the removal did not begin, or did not end')
    await delay(50)
  }
}
