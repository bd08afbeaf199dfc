import { headerPairs, type PostbackJson, toJsonLine } from '../../core/as-text.ts'
import type { ExportContext } from '../../core/ports.ts'
import type { Finding, PostbackDetail } from '../../core/postback.ts'

/**
 * Bytes as JSON can hold them. `utf8`: `content` is their text, and encodes back to exactly these bytes. `base64`:
 * they are no valid UTF-8, and `content` is RFC 4648 base64.
 */
export interface ExportedBytes {
  readonly encoding: 'utf8' | 'base64'
  readonly content: string
}

/**
 * A stored request in full, as `ndjson` has it on a line and `json` in its array. It begins with the very fields of
 * the command line's `postback.received`. Times are ISO 8601 with ms, in UTC. `target` and header values hold one
 * character a byte (latin1), as they stood on the wire; what has no value is null, and an empty text is not null.
 */
export interface ExportedPostback extends Omit<PostbackJson, 'findings' | 'reply'> {
  /** `evidence` holds half-open character ranges of `target`, `related` another request's id. */
  readonly findings: readonly Finding[]
  /** The endpoint's lasting id; `endpoint` is its name. Null where the endpoint was deleted or there is none. */
  readonly endpointId: string | null
  /** The exact decimal; null where `rewardAmount` is not one without guessing. */
  readonly amountValue: string | null
  readonly extras: readonly { readonly field: string; readonly param: string; readonly value: string | null }[]
  readonly remotePort: number | null
  /** For example `1.1`. */
  readonly httpVersion: string | null
  /** Name and value, in wire order and case, with repeats. */
  readonly headers: readonly (readonly [string, string])[]
  /** `length` bytes arrived; those that were kept are here. `complete` is false where the sender stopped early. */
  readonly body: ExportedBytes & { readonly length: number; readonly complete: boolean }
  /** Set where the bytes were no HTTP request: the parser's code and the first bytes. */
  readonly rejection: (ExportedBytes & { readonly code: string }) | null
  /** What was answered. `sentAt` is null where it is not known to have been sent. */
  readonly reply: {
    readonly status: number
    readonly sentAt: string | null
    readonly senderGone: boolean
    readonly headers: readonly (readonly [string, string])[]
    readonly body: string
  }
}

/** Names an endpoint by its id; null where it does not exist any more. */
export function endpointNames(context: ExportContext): (id: string | null) => string | null {
  const names = new Map(context.endpoints.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

export function toExported(detail: PostbackDetail, endpointName: string | null): ExportedPostback {
  return {
    ...toJsonLine(detail, endpointName),
    findings: detail.findings,
    endpointId: detail.endpointId,
    amountValue: detail.amountValue,
    extras: detail.extras,
    remotePort: detail.remotePort,
    httpVersion: detail.httpVersion,
    headers: headerPairs(detail.rawHeaders),
    body: { length: detail.bodyLength, complete: detail.bodyComplete, ...exportedBytes(detail.bodyBase64) },
    rejection:
      detail.rejectionCode === null
        ? null
        : { code: detail.rejectionCode, ...exportedBytes(detail.rejectionBytesBase64 ?? '') },
    reply: {
      status: detail.reply.status,
      sentAt: isoTime(detail.reply.sentAt),
      senderGone: detail.reply.senderGone,
      headers: detail.replyHeaders,
      body: detail.replyBody,
    },
  }
}

/** Strict, and a byte order mark is a character like any other: text that would not encode back is no text. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function exportedBytes(base64: string): ExportedBytes {
  if (base64 === '') return { encoding: 'utf8', content: '' }
  try {
    return { encoding: 'utf8', content: utf8.decode(Buffer.from(base64, 'base64')) }
  } catch {
    return { encoding: 'base64', content: base64 }
  }
}

/** ISO 8601 with ms, in UTC; `time` in ms since the epoch. */
export function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
