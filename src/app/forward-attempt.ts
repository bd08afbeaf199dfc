import type { Endpoint } from '../core/endpoint.ts'
import { forwardRequest, hasHopToken, whyNotForwardable } from '../core/forward.ts'
import type { ForwardFailure, ForwardMode, NewForwardAttempt } from '../core/forward-records.ts'
import { REPLY_BODY_CAP, type RequestSender } from '../core/outgoing.ts'
import type { CapturedRequest } from '../core/postback.ts'
import { readTargetUrl } from '../core/target-url.ts'
import { errorsWords } from '../words/of/errors.ts'
import { type Whereabouts, whyOwnTarget } from './own-target.ts'

/** One attempt's result, its reply's body as long as was asked for. */
export type Attempt = Omit<NewForwardAttempt, 'retryAt'>

export interface AttemptParts {
  readonly sender: RequestSender
  readonly whereabouts: () => Whereabouts
  /** This inspector's own; what comes back with it has been round. */
  readonly hopToken: string
}

/** Hands a request on once, unless it would come back to us or cannot go as it was. Never rejects. */
export async function attemptForward(
  parts: AttemptParts,
  postbackId: number,
  mode: ForwardMode,
  request: CapturedRequest,
  forward: Endpoint['forward'],
  options: { readonly signal: AbortSignal; readonly bodyCap?: number },
): Promise<Attempt> {
  const backend = readTargetUrl(forward.url)
  if (!backend.ok) return notTried(postbackId, mode, '', { code: 'not-sendable', sentence: backend.sentence })
  const outgoing = forwardRequest(request, backend.url, parts.hopToken)
  const url = `${outgoing.origin}${outgoing.target}`
  const unfit = whyNotForwardable(request)
  if (unfit !== null) return notTried(postbackId, mode, url, { code: 'not-sendable', sentence: unfit })
  const loop = hasHopToken(request.rawHeaders, parts.hopToken)
    ? errorsWords().forward.cameBack
    : await whyOwnTarget(backend.url, parts.whereabouts())
  if (loop !== null) return notTried(postbackId, mode, url, { code: 'loop', sentence: loop })
  const outcome = await parts.sender.send(outgoing, { timeoutMs: forward.timeoutMs, ...options })
  return { postbackId, mode, url, ...outcome }
}

/** What is noted where nothing was sent. */
export function notTried(postbackId: number, mode: ForwardMode, url: string, failure: ForwardFailure): Attempt {
  const nothing = { connectMs: null, firstByteMs: null, totalMs: 0, remoteAddress: null, reply: null }
  return { postbackId, mode, url, startedAt: Date.now(), ...nothing, failure }
}

/** As it is stored: no more of the body than is kept of any. */
export function capped(attempt: Attempt, retryAt: number | null): NewForwardAttempt {
  const { reply } = attempt
  if (reply === null || reply.bodyLength <= REPLY_BODY_CAP) return { ...attempt, retryAt }
  const kept = Buffer.from(reply.bodyBase64, 'base64').subarray(0, REPLY_BODY_CAP)
  return { ...attempt, reply: { ...reply, bodyBase64: kept.toString('base64') }, retryAt }
}
