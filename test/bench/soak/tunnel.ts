import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { type ServerProcess, spawnLocaltunnelServer } from '../../support/localtunnel-server/spawn.ts'
import type { TunnelWay } from './traffic.ts'

const STEADY_MS = 75_000
const AWAY_MS = 8_000

const tunnelEvents = z.object({
  type: z.literal('events'),
  events: z.array(z.object({ event: z.string(), payload: z.unknown() })),
})
const tunnelStatus = z.object({ state: z.string(), url: z.string().nullable() })

/** Where the tunnel leads now, as an event of the contract tells it; undefined where it tells nothing of it. */
export function tunnelWayOf(message: unknown): TunnelWay | null | undefined {
  const parsed = tunnelEvents.safeParse(message)
  const last = parsed.data?.events.findLast(({ event }) => event === 'tunnel.changed')
  const status = last === undefined ? undefined : tunnelStatus.safeParse(last.payload).data
  if (status === undefined) return undefined
  if (status.state !== 'open' || status.url === null) return null
  const { host, port } = new URL(status.url)
  return { host, port: Number(port) }
}

/** Kills the tunnel's server and brings it back, then stops and continues it, in turn, until it is over. */
export function cycleTunnel(
  first: ServerProcess,
  stopped: () => boolean,
  signal: AbortSignal,
): { readonly done: Promise<void>; count(): number; end(): Promise<void> } {
  let server = first
  let count = 0
  const pause = (ms: number): Promise<void> => waitUnless(ms, stopped, signal)

  async function run(): Promise<void> {
    while (!stopped()) {
      await pause(STEADY_MS)
      if (stopped()) return
      if (count % 2 === 0) {
        await server.end()
        await pause(AWAY_MS)
        server = await spawnLocaltunnelServer(first.port)
      } else {
        server.signal('SIGSTOP')
        await pause(AWAY_MS)
        server.signal('SIGCONT')
      }
      count += 1
    }
  }
  return { done: run(), count: () => count, end: () => server.end() }
}

/** Waits so long, or until it is over. */
export async function waitUnless(ms: number, stopped: () => boolean, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms
  while (!stopped() && performance.now() < until) {
    await delay(Math.min(500, ms), undefined, { signal }).catch(() => undefined)
  }
}
