import { base64ToLatin1 } from '../base64.ts'
import type { SendOutcome } from '../outgoing.ts'
import type { Delivery } from '../scenarios/scenario.ts'
import type { Balance, Exchange, ExchangeReply } from './run.ts'

/** One reply as it is judged. Without one `failure` says why, and `status` is null where not even a head came. */
export interface Reply {
  readonly status: number | null
  readonly ms: number
  /** Name, value, name, value … */
  readonly rawHeaders: readonly string[]
  /** Decoded as UTF-8, lossily. */
  readonly body: string
  readonly bodyLength: number
  readonly failure: SendOutcome['failure']
}

/** What came of a scenario: for each delivery its replies, and the balances around it where a URL for them is given. */
export interface Evidence {
  readonly replies: readonly (readonly Reply[])[]
  readonly balances: readonly Balance[] | null
}

const UTF8 = new TextDecoder('utf-8')
/** So much of a body is kept with the result, in characters. */
const BODY_KEPT = 4000
/** So many kinds of reply to one delivery are kept. */
const MOST_KINDS = 12

export function replyOf({ reply, failure, totalMs }: SendOutcome): Reply {
  const bytes = Uint8Array.from(base64ToLatin1(reply?.bodyBase64 ?? ''), (character) => character.charCodeAt(0))
  return {
    status: reply?.status ?? null,
    ms: totalMs,
    rawHeaders: reply?.rawHeaders ?? [],
    body: UTF8.decode(bytes),
    bodyLength: reply?.bodyLength ?? 0,
    failure,
  }
}

/** The first header of this name (lower case). */
export function headerOf(reply: Pick<Reply, 'rawHeaders'>, name: string): string | null {
  const at = reply.rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name)
  return at < 0 ? null : (reply.rawHeaders[at + 1] ?? '')
}

/** Accepted: a whole reply with 2xx. */
export function isAccepted(reply: Reply): boolean {
  return reply.failure === null && classOf(reply.status) === 2
}

/** 2 for 200 to 299 and so on; 0 without a status. */
export function classOf(status: number | null): number {
  return Math.floor((status ?? 0) / 100)
}

/** A delivery and its replies as they are kept, like ones together. */
export function exchangeOf(delivery: Delivery, replies: readonly Reply[]): Exchange {
  const kinds = new Map<string, ExchangeReply>()
  for (const reply of replies) {
    const body = reply.body.slice(0, BODY_KEPT)
    const failure = reply.failure?.sentence ?? null
    const key = JSON.stringify([reply.status, body, failure])
    const known = kinds.get(key)
    if (known === undefined && kinds.size >= MOST_KINDS) continue
    kinds.set(key, {
      count: (known?.count ?? 0) + 1,
      status: reply.status,
      ms: Math.max(known?.ms ?? 0, reply.ms),
      contentType: headerOf(reply, 'content-type'),
      body,
      bodyLength: reply.bodyLength,
      failure,
    })
  }
  const { label, method, target, atOnce } = delivery
  return { label, method, target, sent: atOnce, replies: [...kinds.values()] }
}
