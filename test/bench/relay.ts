/**
 * What relaying adds to calling the backend directly, on loopback: rounds in turn, one request at a time. `captured`
 * is the same without the backend: stored on disk, then answered by the endpoint.
 *
 *   node test/bench/relay.ts [requests a round] [rounds]
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInspector } from '../../src/app/inspector.ts'
import type { Overview } from '../../src/contract/procedures.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../src/core/endpoint.ts'

const perRound = Number(process.argv[2] ?? 50)
const rounds = Number(process.argv[3] ?? 40)

const backend = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end('{"credited":true}')
}).listen(0, '127.0.0.1')
await once(backend, 'listening')
const backendPort = (backend.address() as AddressInfo).port

const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'))
const inspector = await createInspector({
  dataFolder: folder,
  version: '0.0.0',
  face: 'browser',
  overrides: { receiver: { port: 0 }, tunnel: { provider: 'none' } },
  receiverRequired: true,
  onBug(error) {
    throw error
  },
})
const { endpoints } = (await inspector.router.call('app.overview', {})) as Overview
const url = `http://127.0.0.1:${String(backendPort)}`
async function forward(mode: 'off' | 'relay'): Promise<void> {
  const config = { ...DEFAULT_ENDPOINT_CONFIG, forward: { mode, url, timeoutMs: 10_000, retries: 0 } }
  await inspector.router.call('endpoint.save', { id: endpoints[0]?.id ?? null, config })
}
const receiverPort = inspector.receiver.port ?? 0

const agent = new Agent({ keepAlive: true })
let sent = 0

function once200(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const n = sent++
    const from = performance.now()
    get({ port, host: '127.0.0.1', path: `/hitpoint?user_id=u_${String(n)}&reward_amount=5`, agent }, (reply) => {
      reply.resume()
      reply.on('end', () => {
        if (reply.statusCode === 200) resolve(performance.now() - from)
        else reject(new Error(`status ${String(reply.statusCode)}`))
      })
    }).on('error', reject)
  })
}

async function round(port: number, times: number[]): Promise<void> {
  for (let n = 0; n < perRound; n += 1) times.push(await once200(port))
}

await round(backendPort, [])
await round(receiverPort, [])
const direct: number[] = []
const captured: number[] = []
const relayed: number[] = []
for (let n = 0; n < rounds; n += 1) {
  await round(backendPort, direct)
  await forward('off')
  await round(receiverPort, captured)
  await forward('relay')
  await round(receiverPort, relayed)
}
agent.destroy()
await inspector.close()
backend.close()
await rm(folder, { recursive: true })

const at = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
const line = (name: string, times: number[]): string =>
  `${name} p50 ${at(times, 0.5).toFixed(2)}  p90 ${at(times, 0.9).toFixed(2)}  p99 ${at(times, 0.99).toFixed(2)}`
console.log(`${String(perRound * rounds)} requests each, ms`)
console.log(line('direct    ', direct))
console.log(line('captured  ', captured))
console.log(line('relayed   ', relayed))
console.log(`difference at the median ${(at(relayed, 0.5) - at(direct, 0.5)).toFixed(2)}`)
