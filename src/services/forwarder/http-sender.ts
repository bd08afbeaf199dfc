/**
 * The `RequestSender` on node:http. Each request has a connection of its own: a kept one that the server closes at
 * that moment would make it unclear whether the request had arrived, and to send it again could credit somebody twice.
 */
import { type ClientRequest, Agent as HttpAgent, request as overHttp } from 'node:http'
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
import { errorsWords } from '../../words/of/errors.ts'
import { headersToSend } from './headers-to-send.ts'
import { lookupAddress } from './lookup.ts'
import { ReplyReader } from './read-reply.ts'
import { failureOf } from './send-failure.ts'
import { writeBody } from './write-body.ts'

/** A reply's head may be so long, in bytes. */
const HEAD_BYTES = 64 * 1024

const closedFailure = (): SendFailure => ({
  code: 'aborted',
  sentence: errorsWords().sendFailure.cancelledByClosing,
})

export function createHttpSender(): RequestSender {
  const agents = { http: new HttpAgent({ keepAlive: false }), https: new HttpsAgent({ keepAlive: false }) }
  const underWay = new Set<AbortController>()
  let closed = false
  return {
    async send(request, options) {
      const read = readTargetUrl(request.origin)
      if (!read.ok) return notSent({ code: 'not-sendable', sentence: read.sentence })
      if (closed) return notSent(closedFailure())
      const closing = new AbortController()
      underWay.add(closing)
      const outcome = await exchange(agents, read.url, request, options, closing.signal)
      underWay.delete(closing)
      return outcome
    },
    close() {
      closed = true
      for (const closing of underWay) closing.abort()
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

function exchange(
  agents: Agents,
  url: TargetUrl,
  request: OutgoingRequest,
  options: SendOptions,
  closing: AbortSignal,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const startedAt = Date.now()
    const start = performance.now()
    const since = (): number => performance.now() - start
    const times: { connectMs: number | null; firstByteMs: number | null } = { connectMs: null, firstByteMs: null }
    let remoteAddress: string | null = null
    let reply: ReplyReader | null = null
    let settled = false

    let outgoing: ClientRequest
    try {
      outgoing = open(agents, url, request)
    } catch (error) {
      resolve(notSent(failureOf(error, url), startedAt))
      return
    }
    const timer = setTimeout(() => {
      const w = errorsWords().sendFailure
      const { timeoutMs } = options
      settle({
        code: 'timeout',
        sentence: reply === null ? w.noReplyWithin(timeoutMs) : w.noWholeReplyWithin(timeoutMs),
      })
    }, options.timeoutMs)
    const onAbort = (): void => settle({ code: 'aborted', sentence: errorsWords().sendFailure.cancelled })
    const onClosing = (): void => settle(closedFailure())
    options.signal?.addEventListener('abort', onAbort)
    closing.addEventListener('abort', onClosing)

    function settle(failure: SendFailure | null): void {
      if (settled) return
      settled = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      closing.removeEventListener('abort', onClosing)
      const outcome = { startedAt, ...times, totalMs: since(), remoteAddress, reply: reply?.soFar() ?? null, failure }
      // A server that goes on talking after its reply must not hold the socket.
      outgoing.destroy()
      resolve(outcome)
    }

    outgoing.on('socket', (socket: Socket) => {
      // An https socket is secure later than it is connected; both count as one step.
      socket.once(url.origin.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        times.connectMs = since()
        remoteAddress = socket.remoteAddress ?? null
      })
    })
    // An interim reply (100, 103) is none, and comes by other events.
    outgoing.on('response', (incoming) => {
      times.firstByteMs = since()
      reply = new ReplyReader(incoming, options.bodyCap ?? REPLY_BODY_CAP, (error) => {
        settle(error === null ? null : failureOf(error, url))
      })
    })
    const onOtherProtocol = (_incoming: unknown, socket: { destroy(): unknown }): void => {
      socket.destroy()
      settle({ code: 'protocol', sentence: errorsWords().sendFailure.otherProtocol })
    }
    outgoing.on('upgrade', onOtherProtocol)
    outgoing.on('connect', onOtherProtocol)
    outgoing.on('error', (error) => {
      // What came behind a whole reply (a body after a 204) takes nothing from it: its end is on the way.
      if (reply?.complete !== true) settle(failureOf(error, url))
    })

    if (options.signal?.aborted) onAbort()
    else if (closing.aborted) onClosing()
    else void writeBody(outgoing, request.body, options.dripMs ?? 0)
  })
}

function open(agents: Agents, url: TargetUrl, request: OutgoingRequest): ClientRequest {
  // Node would send a method in small letters in capitals, which is not what was asked for.
  if (request.method !== request.method.toUpperCase()) throw new SmallLetters()
  const secure = url.origin.startsWith('https:')
  const options = {
    host: url.host,
    port: url.port,
    method: request.method,
    path: request.target,
    headers: headersToSend(request, url),
    setHost: false,
    lookup: lookupAddress,
    // Some servers break the rules a little; what they answer shall be shown rather than refused.
    insecureHTTPParser: true,
    maxHeaderSize: HEAD_BYTES,
  } as const
  return secure ? overHttps({ ...options, agent: agents.https }) : overHttp({ ...options, agent: agents.http })
}

class SmallLetters extends Error {
  readonly code = 'METHOD_NOT_IN_CAPITALS'
}

function notSent(failure: SendFailure, startedAt = Date.now()): SendOutcome {
  return { startedAt, connectMs: null, firstByteMs: null, totalMs: 0, remoteAddress: null, reply: null, failure }
}
