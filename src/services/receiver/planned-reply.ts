import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { CaptureDesk } from '../../core/ports.ts'
import type { PlannedReply } from '../../core/postback.ts'
import { REFUSALS } from './refusals.ts'

type Headers = PlannedReply['headers']

/** What must be known of reply headers before they are sent. Endpoints keep theirs, so each set is looked at once. */
interface HeaderFacts {
  readonly sendable: boolean
  /** A name occurs twice: Node's one-by-one way would lose one or change the order. */
  readonly repeated: boolean
  /** False where a value has characters above ASCII, which go out as one byte each. */
  readonly ascii: boolean
}

const known = new WeakMap<Headers, HeaderFacts>()

export function headerFacts(headers: Headers): HeaderFacts {
  const found = known.get(headers)
  if (found !== undefined) return found
  const names = new Set(headers.map(([name]) => name.toLowerCase()))
  const facts = {
    sendable: headers.every(isSendable),
    repeated: names.size < headers.length,
    ascii: headers.every(([, value]) => /^[\t\x20-\x7e]*$/.test(value)),
  }
  known.set(headers, facts)
  return facts
}

/**
 * The desk's reply where Node will send it, else a 500 in its stead. Asked before the capture, so that what is
 * stored as the reply is what goes out.
 */
export function sendableReply(
  desk: CaptureDesk,
  method: string,
  target: string,
  rawHeaders: readonly string[],
): PlannedReply {
  const reply = desk.planReply(method, target, rawHeaders)
  const { status } = reply
  const sendable = Number.isInteger(status) && status >= 200 && status <= 999 && headerFacts(reply.headers).sendable
  return sendable ? reply : REFUSALS.replyUnusable
}

function isSendable([name, value]: readonly [string, string]): boolean {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch {
    return false
  }
}
