import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type SoakRequest, soakRequest } from './requests.ts'

/** Where the tunnel's requests go at this moment; null while there is no open tunnel. */
export interface TunnelWay {
  readonly port: number
  readonly host: string
}

/** What was sent, and what became of it. */
export interface Ledger {
  /** By number: the inspector said that it is recorded. */
  readonly acknowledged: Set<number>
  sent: number
  refused: number
  /** Answered 429: a stray request that was only counted. */
  counted: number
  failed: number
  /** Not sent, because too many were under way. */
  heldBack: number
  /** A spread of the times from sending to the whole reply, in ms; of local requests alone. */
  readonly latencies: number[]
}

const MOST_UNDER_WAY = 300
const MOST_BY_TUNNEL = 60
const TICK_MS = 50
const PATIENCE_MS = 8_000
const MOST_LATENCIES = 20_000

/** Sends the requests in turn, so many a second, until it is told to stop; then waits for the answers. */
export async function sendTraffic(options: {
  readonly port: number
  readonly rate: number
  readonly tunnel: () => TunnelWay | null
  readonly ledger: Ledger
  readonly stopped: () => boolean
}): Promise<void> {
  const { ledger } = options
  const agent = new Agent({ keepAlive: true, maxSockets: 40 })
  const underWay = new Set<Promise<void>>()
  let byTunnel = 0
  let n = 0
  const start = performance.now()
  while (!options.stopped()) {
    const due = Math.floor(((performance.now() - start) / 1000) * options.rate)
    for (; n < due; n += 1) {
      const one = soakRequest(n)
      const tunnel = one.way === 'tunnel' ? options.tunnel() : null
      if (underWay.size >= MOST_UNDER_WAY || (tunnel !== null && byTunnel >= MOST_BY_TUNNEL)) {
        ledger.heldBack += 1
        continue
      }
      ledger.sent += 1
      if (tunnel !== null) byTunnel += 1
      const sent = (one.way === 'raw' ? sendBytes(one, options.port) : sendHttp(one, options.port, tunnel, agent)).then(
        (outcome) => {
          underWay.delete(sent)
          if (tunnel !== null) byTunnel -= 1
          note(ledger, one, outcome, tunnel === null)
        },
      )
      underWay.add(sent)
    }
    await delay(TICK_MS)
  }
  await Promise.all(underWay)
  agent.destroy()
}

interface Outcome {
  readonly status: number | null
  readonly ms: number
}

function note(ledger: Ledger, one: SoakRequest, { status, ms }: Outcome, local: boolean): void {
  if (status === null) ledger.failed += 1
  else if (status === 429) ledger.counted += 1
  else if (status >= 500) ledger.refused += 1
  // Of the tunnel's server come 404s of its own.
  else if (local || status === 200) ledger.acknowledged.add(one.n)
  if (status === null || !local) return
  if (ledger.latencies.length < MOST_LATENCIES) ledger.latencies.push(ms)
  else ledger.latencies[Math.floor(Math.random() * MOST_LATENCIES)] = ms
}

function sendHttp(one: SoakRequest, port: number, tunnel: TunnelWay | null, agent: Agent): Promise<Outcome> {
  const from = performance.now()
  const host = tunnel === null ? `127.0.0.1:${String(port)}` : tunnel.host
  const headers = ['Host', host, ...one.headers.flat(), 'Connection', 'keep-alive']
  return new Promise((resolve) => {
    const settle = (status: number | null): void => resolve({ status, ms: performance.now() - from })
    const outgoing = request(
      {
        agent,
        host: '127.0.0.1',
        port: tunnel?.port ?? port,
        method: one.method,
        path: one.target,
        headers,
        timeout: PATIENCE_MS,
      },
      (reply) => {
        reply.resume()
        reply.on('end', () => settle(reply.statusCode ?? null))
        reply.on('error', () => settle(null))
      },
    )
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', () => settle(null))
    outgoing.end(one.body)
  })
}

function sendBytes(one: SoakRequest, port: number): Promise<Outcome> {
  const from = performance.now()
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({ port, host: '127.0.0.1' })
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MS)
    socket.on('connect', () => {
      if (one.leaves) socket.write(one.bytes, () => socket.destroy())
      else socket.write(one.bytes)
    })
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({ status: status === undefined ? null : Number(status), ms: performance.now() - from })
    })
  })
}
