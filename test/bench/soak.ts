/**
 * The soak: the built product as a process, with a screen attached, under mixed traffic for a long time, while searches,
 * exports and changes of settings run and the tunnel's server dies and freezes. Prints the curves of memory, files,
 * handles and threads, and fails where one rises beyond its noise after the warm-up, or where a request that was
 * acknowledged is not in the history exactly once, byte for byte.
 *
 *   npm run bench:soak -- [--minutes 30] [--rate 200]
 *
 * Ctrl+C ends it early, with what there is so far. It listens on loopback alone, ends only what it started and leaves
 * nothing behind. Linux: it reads /proc.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { spawnLocaltunnelServer } from '../support/localtunnel-server/spawn.ts'
import { startActivities } from './soak/activities.ts'
import { keepBuild, startProduct } from './soak/product.ts'
import { describeSamples, type Sample, sample } from './soak/samples.ts'
import { attachScreen } from './soak/screen.ts'
import { contractCalls, inspectorCalls } from './soak/socket-calls.ts'
import { median } from './soak/statistics.ts'
import { createThreadHeaps } from './soak/thread-heaps.ts'
import { type Ledger, sendTraffic, type TunnelWay } from './soak/traffic.ts'
import { cycleTunnel, tunnelWayOf } from './soak/tunnel.ts'
import { checkHistory } from './soak/verify.ts'

const SAMPLE_EVERY_MS = 5_000
const WARM_UP_SHARE = 0.3
const SHOWN_NUMBERS = 5

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '200' } },
})
const minutes = Number(values.minutes)
const rate = Number(values.rate)
if (!(minutes > 0 && minutes <= 24 * 60) || !(rate > 0 && rate <= 2_000)) {
  console.error('--minutes takes a number from above 0 to 1440, --rate one from above 0 to 2000.')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'inspector-soak-'))
const build = keepBuild()
const server = await spawnLocaltunnelServer()
const product = await startProduct(build.entry, [
  '--port=0',
  '--ui-port=0',
  `--data=${folder}`,
  '--tunnel=localtunnel',
  `--tunnel-host=${server.url}`,
  '--subdomain=soaktest',
])
let tunnel: TunnelWay | null = null
const contract = await contractCalls(product.screenUrl, (message) => {
  const way = tunnelWayOf(message)
  if (way !== undefined) tunnel = way
})
const threads = createThreadHeaps()
const inspector = await inspectorCalls(product.inspectorUrl, (message) => threads.take(message))
await inspector.call('NodeWorker.enable', { waitForDebuggerOnStart: false })
const screen = await attachScreen(product.screenUrl)
console.log(
  `${String(minutes)} min at ${String(rate)}/s; ${screen.words}; the product is process ${String(product.pid)}`,
)

const start = performance.now()
const endAt = start + minutes * 60_000
const over = new AbortController()
process.once('SIGINT', () => over.abort())
void product.exited.then(() => over.abort())
const stopped = (): boolean => over.signal.aborted || performance.now() >= endAt

const ledger: Ledger = {
  acknowledged: new Set(),
  sent: 0,
  refused: 0,
  counted: 0,
  failed: 0,
  heldBack: 0,
  latencies: [],
}
const samples: Sample[] = []
async function takeSamples(): Promise<void> {
  while (!stopped()) {
    await delay(SAMPLE_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined)
    if (stopped()) return
    const one = await sample(product.pid, inspector, threads, () => screen.heap(), (performance.now() - start) / 60_000)
    samples.push(one)
    if (samples.length % 12 === 0) {
      console.log(
        `${one.at.toFixed(1)} min  ${String(ledger.acknowledged.size)} acknowledged  RSS ${String(one.rss?.toFixed(0))} MiB  live heap ${String(one.heap?.toFixed(1))} MiB  files ${String(one.fds)}  handles ${String(one.resources)}`,
      )
    }
  }
}

const activities = startActivities(contract, product.screenUrl, stopped, over.signal)
const cycles = cycleTunnel(server, stopped, over.signal)
const failures = (
  await Promise.allSettled([
    sendTraffic({ port: product.receiverPort, rate, tunnel: () => tunnel, ledger, stopped }),
    takeSamples(),
    activities.done,
    cycles.done,
  ])
).flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))

const ran = (performance.now() - start) / 60_000
await screen.close()
contract.close()
inspector.close()
const code = await product.stop()
await cycles.end()

const problems = [...failures]
if (code !== 0) problems.push(`The product ended with ${String(code)}.`)
if (product.complaints.length > 0)
  problems.push(`The product complained: ${product.complaints.slice(0, 5).join(' | ')}`)
const checked = await checkHistory(build.entry, folder, ledger.acknowledged)
const database = new Database(join(folder, 'history.db'), { readonly: true })
const integrity = String(database.pragma('integrity_check', { simple: true }))
database.close()

const { lines, leaks } = describeSamples(samples, ran * WARM_UP_SHARE)
const sorted = ledger.latencies.toSorted((a, b) => a - b)
const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
console.log(
  `\nran ${ran.toFixed(1)} min, warm-up ${(ran * WARM_UP_SHARE).toFixed(1)} min, ${String(samples.length)} samples`,
)
for (const line of lines) console.log(line)
console.log(
  `sent ${String(ledger.sent)}, acknowledged ${String(ledger.acknowledged.size)}, only counted ${String(ledger.counted)}, refused ${String(ledger.refused)}, broken off ${String(ledger.failed)}, held back ${String(ledger.heldBack)}; reply p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1 - 1e-9)} ms`,
)
console.log(
  `searches ${String(activities.counts.searches)} (median ${median(activities.times).toFixed(0)} ms, longest ${Math.max(0, ...activities.times).toFixed(0)} ms), exports ${String(activities.counts.exports)}, changes ${String(activities.counts.changes)}, tunnel cycles ${String(cycles.count())}`,
)
console.log(
  `history: ${String(checked.records)} records, ${String(checked.missing.length)} acknowledged missing, ${String(checked.twice.length)} twice, ${String(checked.changed.length)} not as sent; integrity_check ${integrity}`,
)
for (const [what, numbers] of [
  ['missing', checked.missing],
  ['twice', checked.twice],
  ['not as sent', checked.changed],
] as const) {
  if (numbers.length > 0)
    problems.push(`${String(numbers.length)} ${what}: ${numbers.slice(0, SHOWN_NUMBERS).join(', ')}`)
}
if (integrity !== 'ok') problems.push(`integrity_check: ${integrity}`)
for (const name of leaks) problems.push(`${name} rises beyond its noise.`)
problems.push(...activities.problems)
for (const problem of problems) console.log(`FAILED: ${problem}`)
console.log(problems.length === 0 ? 'Nothing lost, nothing leaked.' : 'The soak failed.')
await rm(folder, { recursive: true, force: true })
build.remove()
process.exit(problems.length === 0 ? 0 : 1)
