import { withoutHopByHop } from '../core/hop-by-hop.ts'
import type { RelayedReply } from '../core/postback.ts'
import type { Attempt } from './forward-attempt.ts'

/** The longest reply that is passed on, in bytes. */
export const RELAYED_BODY_CAP = 16 * 1024 * 1024

/** What the sender of a relayed postback gets: the backend's own reply, or a sentence that says there was none. */
export function relayedReply({ reply, failure }: Attempt): RelayedReply {
  if (failure !== null || reply === null) return noReply(failure?.code ?? 'protocol')
  if (reply.bodyLength > RELAYED_BODY_CAP) {
    return ownReply(502, 'Bad Gateway', 'The backend’s reply is longer than 16 MiB and was not passed on.')
  }
  return {
    status: reply.status,
    statusText: reply.statusText,
    headers: pairs(withoutHopByHop(reply.rawHeaders)),
    body: Buffer.from(reply.bodyBase64, 'base64'),
  }
}

/** The sender learns the kind of failure, not where the backend is. */
function noReply(code: string): RelayedReply {
  if (code === 'timeout') return ownReply(504, 'Gateway Timeout', 'The backend did not answer in time.')
  if (code === 'given-up') return ownReply(503, 'Service Unavailable', 'Too many senders wait for the backend.')
  if (code === 'loop') return ownReply(508, 'Loop Detected', 'The backend’s address leads back to the inspector.')
  return ownReply(502, 'Bad Gateway', `The backend gave no whole reply (${code}).`)
}

function ownReply(status: number, statusText: string, sentence: string): RelayedReply {
  return {
    status,
    statusText,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: Buffer.from(`${sentence} The postback was recorded.\n`),
  }
}

/** Without the length, which is the receiver's to say. */
function pairs(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, at) =>
    at % 2 === 1 || name.toLowerCase() === 'content-length' ? [] : [[name, rawHeaders[at + 1] ?? ''] as const],
  )
}
