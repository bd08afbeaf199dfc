import { headerPairs, type PostbackJson } from '../../core/as-text.ts'
import { endingOf } from '../../core/deliveries.ts'
import { type ExportedBytes, exportedBytes, exportedMark, isoTime, sentStatus } from '../../core/exported-parts.ts'
import type { Mark } from '../../core/mark.ts'
import type { ExportContext } from '../../core/ports.ts'
import type { Finding, PostbackDetail, ReplyEnding } from '../../core/postback.ts'

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
    /** Where it is `silence` or `reset`, nothing of the planned reply was sent. */
    readonly ending: ReplyEnding
    readonly headers: readonly (readonly [string, string])[]
    readonly body: string
  }
  /** What the user put to it: no part of the request. */
  readonly mark: Mark
}

/** Names an endpoint by its id; null where it does not exist any more. */
export function endpointNames(context: ExportContext): (id: string | null) => string | null {
  const names = new Map(context.endpoints.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

export function toExported(detail: PostbackDetail, endpointName: string | null): ExportedPostback {
  // In one piece, in the documented order: an export makes a hundred thousand of these a second.
  return {
    id: detail.id,
    receivedAt: isoTime(detail.receivedAt),
    kind: detail.kind,
    method: detail.method,
    target: detail.target,
    endpoint: endpointName,
    userId: detail.userId,
    rewardAmount: detail.rewardAmount,
    verdict: detail.verdict,
    findings: detail.findings,
    remoteAddress: detail.remoteAddress,
    reply: {
      status: detail.reply.status,
      sentAt: isoTime(sentStatus(detail) === null ? null : detail.reply.sentAt),
      senderGone: detail.reply.senderGone,
      ending: endingOf(detail.reply),
      headers: detail.replyHeaders,
      body: detail.replyBody,
    },
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
    mark: exportedMark(detail),
  }
}
