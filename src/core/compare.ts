import { headerPairs } from './as-text.ts'
import { base64ToLatin1 } from './base64.ts'
import { type ComparedBody, compareBodies } from './compare-body.ts'
import { compareNamed, type Named, type NamedRow } from './compare-named.ts'
import type { SendOutcome } from './outgoing.ts'
import type { PostbackDetail } from './postback.ts'
import { readTarget } from './query.ts'

/** One single thing on both sides; null where a side has none. */
export interface Pair {
  readonly left: string | null
  readonly right: string | null
  readonly same: boolean
}

/** Two requests beside each other; what differs is marked in each part. */
export interface Comparison {
  /** Method, target, headers and body are the same, byte for byte. */
  readonly identical: boolean
  readonly method: Pair
  readonly path: Pair
  readonly params: readonly NamedRow[]
  readonly headers: readonly NamedRow[]
  readonly body: ComparedBody
  readonly reply: ComparedReply
  /** Ms from the first's arrival to the second's. */
  readonly apartMs: number
}

/** Two replies beside each other. */
export interface ComparedReply {
  readonly status: Pair
  readonly headers: readonly NamedRow[]
  readonly body: ComparedBody
  /** From the request to the reply, in ms; null where none is known. */
  readonly leftMs: number | null
  readonly rightMs: number | null
}

/** What of a reply is compared. `headers` in wire order, `body` one character a byte. */
export interface ReplyFacts {
  readonly status: number | null
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly ms: number | null
}

/** Compares two stored requests. The left one is the one they are compared with. */
export function compareRequests(left: PostbackDetail, right: PostbackDetail): Comparison {
  const leftTarget = readTarget(left.target ?? '')
  const rightTarget = readTarget(right.target ?? '')
  const method = pair(left.method, right.method)
  const path = pair(leftTarget.path.text, rightTarget.path.text)
  const headers = compareNamed(headersOf(headerPairs(left.rawHeaders)), headersOf(headerPairs(right.rawHeaders)))
  const body = compareBodies(bytesOf(left), bytesOf(right))
  return {
    identical:
      method.same &&
      left.target === right.target &&
      headers.every(({ change }) => change === 'same') &&
      body.form === 'same',
    method,
    path,
    params: compareNamed(paramsOf(leftTarget), paramsOf(rightTarget)),
    headers,
    body,
    reply: compareReplies(replyThen(left), replyThen(right)),
    apartMs: right.receivedAt - left.receivedAt,
  }
}

/** Compares two replies: the one that was given then, and the one of a replay. */
export function compareReplies(left: ReplyFacts, right: ReplyFacts): ComparedReply {
  return {
    status: pair(
      left.status === null ? null : String(left.status),
      right.status === null ? null : String(right.status),
    ),
    headers: compareNamed(headersOf(left.headers), headersOf(right.headers)),
    body: compareBodies(left.body, right.body),
    leftMs: left.ms,
    rightMs: right.ms,
  }
}

/** What our receiver answered to a stored request; its time is from arrival to the reply being sent. */
export function replyThen(detail: PostbackDetail): ReplyFacts {
  return {
    status: detail.reply.status,
    headers: detail.replyHeaders,
    body: utf8Bytes(detail.replyBody),
    ms: detail.reply.sentAt === null ? null : detail.reply.sentAt - detail.receivedAt,
  }
}

/** What a server sets of itself. Of our own replies only what was planned is stored, so these are not compared. */
const SERVERS_OWN = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'])

/** What came back when it was sent again; its time is from sending to the last byte of the reply. */
export function replyNow(outcome: SendOutcome): ReplyFacts {
  const { reply } = outcome
  return {
    status: reply?.status ?? null,
    headers:
      reply === null ? [] : headerPairs(reply.rawHeaders).filter(([name]) => !SERVERS_OWN.has(name.toLowerCase())),
    body: reply === null ? '' : base64ToLatin1(reply.bodyBase64),
    ms: outcome.totalMs,
  }
}

function pair(left: string | null, right: string | null): Pair {
  return { left, right, same: left === right }
}

function paramsOf(target: ReturnType<typeof readTarget>): readonly Named[] {
  return target.pieces.map(({ name, value }) => ({
    key: name.text,
    name: name.raw,
    value: value?.raw ?? null,
    // Without a “=” it is another thing than an empty value.
    decoded: value === null ? null : `${name.text}=${value.text}`,
  }))
}

function headersOf(headers: readonly (readonly [string, string])[]): readonly Named[] {
  return headers.map(([name, value]) => ({ key: name.toLowerCase(), name, value, decoded: null }))
}

/** The body, or of what was no HTTP request the bytes that were kept. */
function bytesOf(detail: PostbackDetail): string {
  return base64ToLatin1(detail.rejectionBytesBase64 ?? detail.bodyBase64)
}

function utf8Bytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}
