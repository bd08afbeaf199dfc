/** The `RequestSender` on node:http. */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http'
import { Agent as HttpsAgent, request as overHttps } from 'node:https'
import type { Socket } from 'node:net'
import {
  type OutgoingRequest,
  REPLY_BODY_CAP,
  type RequestSender,
  type SendFailure,
  type SendOptions,
  type SendOutcome,
} from '../../core/outgoing.ts'
import { readTargetUrl, type TargetUrl } from '../../core/target-url.ts'
import { failureOf } from './send-failure.ts'
import { writeBody } from './write-body.ts'

/** Connections are kept for so long, in ms: less than the usual server's 5 s, so that none is used as it closes. */
const IDLE_MS = 2_000

/** Sent by the sender itself, fitting the body it sends and the connection it has. */
const OWN_HEADERS = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'expect'])

export function createHttpSender(): RequestSender {
  const agents = {
    http: new HttpAgent({ keepAlive: true, timeout: IDLE_MS }),
    https: new HttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
  }
  return {
    async send(request, options) {
      const read = readTargetUrl(request.origin)
      if (!read.ok) return notSent({ code: 'not-sendable', sentence: read.sentence })
      const first = await exchange(agents, read.url, request, options, false)
      // A kept connection that the server closed at that moment says nothing about the server: once more, on a new one.
      return first === 'stale' ? exchangeAnew(agents, read.url, request, options) : first
    },
    close() {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

async function exchangeAnew(
  agents: Agents,
  url: TargetUrl,
  request: OutgoingRequest,
  options: SendOptions,
): Promise<SendOutcome> {
  const outcome = await exchange(agents, url, request, options, true)
  return outcome === 'stale'
    ? notSent({ code: 'reset', sentence: 'The connection was closed before a reply.' })
    : outcome
}

/** Answers `stale` where a kept connection turned out to be closed before anything came back. */
function exchange(
  agents: Agents,
  url: TargetUrl,
  request: OutgoingRequest,
  options: SendOptions,
  anew: boolean,
): Promise<SendOutcome | 'stale'> {
  return new Promise((resolve) => {
    const startedAt = Date.now()
    const start = performance.now()
    const since = (): number => performance.now() - start
    const times: { connectMs: number | null; firstByteMs: number | null } = { connectMs: null, firstByteMs: null }
    let remoteAddress: string | null = null
    let reply: SendOutcome['reply'] = null
    let settled = false

    let outgoing: ClientRequest
    try {
      outgoing = open(agents, url, request, anew)
    } catch (error) {
      resolve(notSent(failureOf(error, url), startedAt))
      return
    }
    const timer = setTimeout(() => {
      const sentence = `No ${reply === null ? 'reply' : 'whole reply'} within ${String(options.timeoutMs)} ms.`
      settle({ code: 'timeout', sentence })
    }, options.timeoutMs)
    const onAbort = (): void => settle({ code: 'aborted', sentence: 'It was cancelled.' })
    options.signal?.addEventListener('abort', onAbort)

    function settle(failure: SendFailure | null, stale = false): void {
      if (settled) return
      settled = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      if (failure !== null) outgoing.destroy()
      resolve(stale ? 'stale' : { startedAt, ...times, totalMs: since(), remoteAddress, reply, failure })
    }

    outgoing.on('socket', (socket: Socket) => {
      const known = (): void => {
        remoteAddress = socket.remoteAddress ?? null
      }
      if (!socket.connecting) {
        known()
        return
      }
      socket.once(url.origin.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        times.connectMs = since()
        known()
      })
    })
    // An interim reply (100, 103) is none.
    outgoing.on('response', (incoming) => {
      times.firstByteMs = since()
      readReply(incoming, (progress) => {
        reply = progress
      }).then(
        (whole) => {
          reply = whole
          settle(null)
        },
        (error: unknown) => settle(failureOf(error, url)),
      )
    })
    outgoing.on('upgrade', (_incoming, socket) => {
      socket.destroy()
      settle({ code: 'protocol', sentence: 'The server wanted to switch to another protocol.' })
    })
    outgoing.on('error', (error) => {
      const stale = outgoing.reusedSocket && reply === null && times.firstByteMs === null && !anew && isReset(error)
      settle(failureOf(error, url), stale)
    })
    if (options.signal?.aborted) onAbort()
    else void writeBody(outgoing, request.body, options.dripMs ?? 0)
  })
}

function open(agents: Agents, url: TargetUrl, request: OutgoingRequest, anew: boolean): ClientRequest {
  const secure = url.origin.startsWith('https:')
  const headers: string[] = []
  let hasHost = false
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? ''
    if (OWN_HEADERS.has(name.toLowerCase())) continue
    if (name.toLowerCase() === 'host') hasHost = true
    headers.push(name, request.rawHeaders[at + 1] ?? '')
  }
  if (!hasHost) headers.unshift('Host', url.origin.slice(url.origin.indexOf('//') + 2))
  if (request.body.byteLength > 0) headers.push('Content-Length', String(request.body.byteLength))
  const options = {
    host: url.host,
    port: url.port,
    method: request.method,
    path: request.target,
    headers,
    setHost: false,
    agent: anew ? false : secure ? agents.https : agents.http,
    // Some servers break the rules a little; what they answer shall be shown rather than refused.
    insecureHTTPParser: true,
  } as const
  return secure ? overHttps(options) : overHttp(options)
}

type Reply = NonNullable<SendOutcome['reply']>

/** Reads a reply to its end, keeping what fits under the cap. `onProgress` hears of it as it grows. */
function readReply(incoming: IncomingMessage, onProgress: (reply: Reply) => void): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = []
    let keptLength = 0
    let bodyLength = 0
    const reply = (): Reply => ({
      status: incoming.statusCode ?? 0,
      statusText: incoming.statusMessage ?? '',
      rawHeaders: [...incoming.rawHeaders],
      bodyBase64: Buffer.concat(kept).toString('base64'),
      bodyLength,
    })
    onProgress(reply())
    incoming.on('data', (chunk: Buffer) => {
      bodyLength += chunk.byteLength
      if (keptLength >= REPLY_BODY_CAP) return
      const piece = chunk.subarray(0, REPLY_BODY_CAP - keptLength)
      kept.push(piece)
      keptLength += piece.byteLength
    })
    incoming.on('error', (error) => {
      onProgress(reply())
      reject(error)
    })
    incoming.on('end', () => resolve(reply()))
  })
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

function notSent(failure: SendFailure, startedAt = Date.now()): SendOutcome {
  return { startedAt, connectMs: null, firstByteMs: null, totalMs: 0, remoteAddress: null, reply: null, failure }
}
