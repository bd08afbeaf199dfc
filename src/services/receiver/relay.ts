import type { CaptureDesk } from '../../core/ports.ts'
import type { CapturedRequest, PlannedReply, RelayedReply, ReplyOutcome } from '../../core/postback.ts'
import { headerFacts } from './planned-reply.ts'
import { REFUSALS } from './refusals.ts'

/** So much of a relayed body is kept as text with the request, in bytes. The attempt keeps the bytes. */
const TEXT_KEPT = 64 * 1024

/** A reply with its bytes, in the shape in which all replies are sent. */
export interface ByteReply extends Omit<PlannedReply, 'body'> {
  readonly body: string | Uint8Array
  readonly statusText?: string
}

/** Waits for the backend's reply to a stored request; null where the planned reply is to be sent after all. */
export async function askBackend(
  desk: CaptureDesk,
  id: number,
  request: CapturedRequest,
  planned: PlannedReply,
): Promise<ByteReply | null> {
  if (planned.relay !== true) return null
  const reply = await desk.relay(id, request)
  if (reply === null) return null
  return isSendable(reply) ? { ...reply, delayMs: 0 } : REFUSALS.backendUnusable
}

/** The outcome with what was really answered. */
export function withActual(outcome: ReplyOutcome, reply: ByteReply | null): ReplyOutcome {
  if (reply === null) return outcome
  const { status, headers, body } = reply
  return { ...outcome, actual: { status, headers, body: typeof body === 'string' ? body : textOf(body) } }
}

/** Servers may break the rules that Node holds its own replies to. */
function isSendable({ status, statusText, headers }: RelayedReply): boolean {
  return status >= 200 && status <= 999 && headerFacts(headers).sendable && /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText)
}

/** UTF-8 where it is that, else one character a byte. */
function textOf(body: Uint8Array): string {
  const kept = body.subarray(0, TEXT_KEPT)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(kept)
  } catch {
    return Buffer.from(kept).toString('latin1')
  }
}
