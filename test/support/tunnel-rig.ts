import type { TunnelState, TunnelStatus } from '../../src/core/status.ts'
import { createLocaltunnelProvider } from '../../src/services/tunnel/localtunnel-provider.ts'
import { createProbeDesk } from '../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor, type TunnelSupervisor } from '../../src/services/tunnel/supervisor.ts'
import { type EchoServer, startEchoServer } from './localtunnel-server/echo-server.ts'
import { type ServerProcess, spawnLocaltunnelServer } from './localtunnel-server/spawn.ts'

/** A supervisor with the product's own timings and client, and a tunnel server in a process of its own. */
export interface TunnelRig {
  readonly server: ServerProcess
  readonly local: EchoServer
  readonly supervisor: TunnelSupervisor
  /** Every status that was told, with the time at which it was. */
  readonly told: readonly Told[]
  /** The states passed from that place in `told` on, each once in a row. */
  states(from: number): readonly TunnelState[]
  /** The first status from that place in `told` on that fits; waits for it. */
  first(from: number, fits: (status: TunnelStatus) => boolean): Promise<Told>
  wish(): void
  kill(): Promise<void>
  /** The killed server comes back on its port. */
  revive(): Promise<void>
  close(): Promise<void>
}

export interface Told {
  readonly at: number
  readonly status: TunnelStatus
}

const PATIENCE_MS = 90_000

export async function startTunnelRig(): Promise<TunnelRig> {
  let server = await spawnLocaltunnelServer()
  const desk = createProbeDesk()
  const local = await startEchoServer((target) => desk.answer(target))
  const supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test' })
  const provider = createLocaltunnelProvider({ host: server.url, subdomain: 'myshop' })
  const told: Told[] = []
  const waiting = new Set<() => void>()
  supervisor.onStatus((status) => {
    told.push({ at: Date.now(), status })
    for (const check of [...waiting]) check()
  })
  return {
    get server() {
      return server
    },
    local,
    supervisor,
    told,
    states: (from) =>
      told
        .slice(from)
        .map(({ status }) => status.state)
        .filter((state, index, all) => state !== all[index - 1]),
    first: (from, fits) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = told.slice(from).find(({ status }) => fits(status))
          if (found === undefined) return
          waiting.delete(check)
          clearTimeout(timer)
          resolve(found)
        }
        const timer = setTimeout(() => {
          waiting.delete(check)
          reject(new Error(`never told; the latest: ${JSON.stringify(told.at(-1)?.status)}`))
        }, PATIENCE_MS)
        waiting.add(check)
        check()
      }),
    wish: () => supervisor.use(provider, local.port),
    async kill() {
      await server.end()
    },
    async revive() {
      server = await spawnLocaltunnelServer(server.port)
    },
    async close() {
      await supervisor.close()
      await server.end()
      await local.close()
    },
  }
}
