import type { Endpoint } from '../../../src/core/endpoint.ts'
import type { RereadProgress } from '../../../src/core/status.ts'
import { copyOf, largeHistory } from '../history/stored.ts'
import { send } from '../ingest/send.ts'
import type { Line } from '../line.ts'
import { serve } from '../serve.ts'
import { contractCalls, type SocketCalls } from '../soak/socket-calls.ts'

const RATE = 500
const PATIENCE_MS = 10 * 60_000

interface Told {
  readonly type?: string
  readonly events?: readonly { readonly event: string; readonly payload: unknown }[]
}

/** Hears of the re-reading as a screen does. */
function createWaiter() {
  let heard: (progress: RereadProgress) => void = () => undefined
  return {
    take(message: unknown): void {
      for (const { event, payload } of (message as Told).events ?? []) {
        if (event === 'reread.progressed') heard(payload as RereadProgress)
      }
    },
    /** Resolves with how many requests were read again. */
    done: (signal: AbortSignal) =>
      new Promise<RereadProgress>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('the re-reading did not end')), PATIENCE_MS)
        signal.addEventListener('abort', () => reject(new Error('stopped')))
        heard = (progress) => {
          if (progress.state !== 'done') return
          clearTimeout(timer)
          resolve(progress)
        }
      }),
  }
}

/** Maps another name, so that every reading of that endpoint is another one. */
async function remap(calls: SocketCalls, userIdParam: string): Promise<void> {
  const { endpoints } = (await calls.call('app.overview', {})) as { endpoints: readonly Endpoint[] }
  const [first] = endpoints
  if (first === undefined) throw new Error('there is no endpoint')
  const { id, ...config } = first
  await calls.call('endpoint.save', { id, config: { ...config, userIdParam } })
}

/** Once alone, for the rate; once under captures, for what it costs them. */
export const REREAD_LINE: Line = {
  subject: 'reread',
  name: 're-reading 1,000,000 with a new mapping, in the background',
  target: '≥ 100,000/s; captures unharmed (none lost, p99 ≤ 2× at 500/s)',
  async measure(context) {
    const history = await largeHistory(context)
    const product = await serve(context, await copyOf(context, history))
    const waiter = createWaiter()
    const calls = await contractCalls(product.screenUrl, (message) => waiter.take(message))
    try {
      const from = performance.now()
      const alone = waiter.done(context.signal)
      await remap(calls, 'uid')
      const { total } = await alone
      const seconds = (performance.now() - from) / 1000
      context.say(`alone: ${String(total)} in ${seconds.toFixed(1)} s`)

      const load = { port: product.receiverPort, connections: 64, mode: 'open', rate: RATE, seconds: 6 } as const
      await send({ ...load, name: 'warm', seconds: 2 })
      const before = await send({ ...load, name: 'before' })
      const under = waiter.done(context.signal)
      await remap(calls, 'user_id')
      const during = await send({ ...load, name: 'during' })
      await under
      const lost = during.other + during.failed + before.other + before.failed
      return {
        figures: [
          { what: '', value: total / seconds, unit: '/s', atLeast: 100_000 },
          { what: 'captures', value: lost, unit: 'lost', atMost: 0 },
          { what: 'p99 of captures', value: during.p99 / before.p99, unit: 'times', atMost: 2 },
        ],
        detail: `captures at ${String(RATE)}/s: p99 ${before.p99.toFixed(1)} ms before, ${during.p99.toFixed(1)} ms during`,
      }
    } finally {
      calls.close()
      await product.stop()
    }
  },
}
