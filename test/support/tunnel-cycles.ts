import { parseArgs } from 'node:util'
import type { TunnelProvider } from '../../src/core/ports.ts'
import { createLocaltunnelProvider } from '../../src/services/tunnel/localtunnel-provider.ts'
import { createProbeDesk } from '../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor } from '../../src/services/tunnel/supervisor.ts'
import { startEchoServer } from './localtunnel-server/echo-server.ts'
import { rememberOpenThings } from './localtunnel-server/open-things.ts'
import { spawnLocaltunnelServer } from './localtunnel-server/spawn.ts'

/**
 * Opens a tunnel, has it fail in one of six ways, sees it back, and closes it, again and again, in a process of its own:
 * `node --expose-gc tunnel-cycles.ts --cycles 200 [--leak]`. Prints one JSON line of what grew from the end of the first
 * cycles to the last; `--leak` leaves a listener, a timer and 20 kB behind each time, to show that it is seen.
 */
const { values } = parseArgs({ options: { cycles: { type: 'string' }, leak: { type: 'boolean', default: false } } })
const cycles = Number(values.cycles)
/** All of the faults once; what leaks is seen without. */
const WARM_UP = values.leak ? 2 : 6

/** Waits that nobody wants to sit through 200 times; those in which the peer tells stay the product's. */
const timings = { probeEveryMs: 100, probeTimeoutMs: 100, probeWhenDegradedMs: 50, patientProbeTimeoutMs: 150 }
const waits = { backoffFirstMs: 20, unreachableBackoffMs: 60, backoffMaxMs: 60, reopenDeadlineMs: 1500 }

let errors = 0
process.on('unhandledRejection', () => (errors += 1))
process.on('uncaughtException', () => (errors += 1))

const desk = createProbeDesk()
const local = await startEchoServer((target) => desk.answer(target))
// In a process of its own: what is left open here is the supervisor's.
let server = await spawnLocaltunnelServer()
const kept: unknown[] = []

async function revive(): Promise<void> {
  await server.end()
  server = await spawnLocaltunnelServer(server.port)
}

const answer = (status: number | null): Promise<void> => server.tell({ do: 'answer', status, page: false })

const faults: readonly { readonly hurt: () => Promise<void> | void; readonly heal: () => Promise<void> | void }[] = [
  { hurt: () => server.end(), heal: revive },
  { hurt: () => server.signal('SIGSTOP'), heal: () => server.signal('SIGCONT') },
  { hurt: () => answer(503), heal: () => answer(null) },
  { hurt: () => answer(404), heal: () => answer(null) },
  {
    async hurt() {
      await server.tell({ do: 'slam', on: true })
      await server.tell({ do: 'drop-sockets' })
    },
    heal: () => server.tell({ do: 'slam', on: false }),
  },
  // Two at once: it is gone, and what comes back is a page.
  {
    async hurt() {
      await revive()
      await server.tell({ do: 'registration', mode: 'html' })
    },
    heal: () => server.tell({ do: 'registration', mode: 'normal' }),
  },
]

async function cycle(index: number): Promise<void> {
  const supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'x', timings: { ...timings, ...waits } })
  let wake: () => void = () => {}
  supervisor.onStatus(() => wake())
  const until = async (fits: (state: string) => boolean): Promise<void> => {
    while (!fits(supervisor.status.state)) await new Promise<void>((resolve) => (wake = resolve))
  }
  const provider: TunnelProvider = createLocaltunnelProvider({
    host: server.url,
    subdomain: `cycle-number-${String(index)}`,
  })
  supervisor.use(provider, local.port)
  await until((state) => state === 'open')
  const fault = faults[index % faults.length]
  if (fault === undefined) throw new Error('there are faults')
  await fault.hurt()
  await until((state) => state === 'reopening' || state === 'failed')
  await fault.heal()
  await until((state) => state === 'open')
  await supervisor.close()
  if (values.leak) {
    kept.push(Array.from({ length: 2500 }, () => ({})))
    process.on('SIGUSR2', () => kept.length)
    kept.push(setTimeout(() => {}, 3_600_000))
  }
}

const listeners = (): number => process.eventNames().reduce<number>((sum, name) => sum + process.listenerCount(name), 0)

async function heapUsed(): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 6; turn += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 30))
    least = Math.min(least, process.memoryUsage().heapUsed)
  }
  return least
}

for (let index = 0; index < WARM_UP; index += 1) await cycle(index)
const nothingLeft = await rememberOpenThings()
const before = { heap: await heapUsed(), listeners: listeners() }
const started = Date.now()
let left = ''
for (let index = WARM_UP; index < WARM_UP + cycles; index += 1) {
  await cycle(index)
  // After each: the next one may kill the server, and with it what the supervisor has forgotten.
  if (left === '') left = await nothingLeft().then(() => '', String)
}
const grown = (await heapUsed()) - before.heap
process.stdout.write(
  `${JSON.stringify({ cycles, seconds: Math.round((Date.now() - started) / 1000), left, grown, listeners: listeners() - before.listeners, errors })}\n`,
)
await server.end()
await local.close()
process.exit(0)
