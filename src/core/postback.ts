import { z } from 'zod'
import { findingCodeSchema, severitySchema } from './findings/codes.ts'
import { markSummarySchema } from './mark.ts'

/** What a captured request is. Nothing is hidden from the store, whatever its kind. */
export const kindSchema = z.enum(['postback', 'probe', 'noise', 'rejected'])
export type Kind = z.infer<typeof kindSchema>

/** `fail` where a finding is an error, `warn` where one is a warning, else `pass`. */
export const verdictSchema = z.enum(['pass', 'warn', 'fail'])
export type Verdict = z.infer<typeof verdictSchema>

/** A half-open range of character offsets into the raw request-target. */
export const spanSchema = z.object({ start: z.int(), end: z.int() })
export type Span = z.infer<typeof spanSchema>

/**
 * One thing worth saying about a request.
 * `field` is `user_id`, `reward_amount` or an extra field's name, and is set for codes that can concern any of
 * them; codes whose name already says the field (`amount-…`, `user-id-…`), and codes about the shape of the
 * whole query, leave it null. `param` is the received name. `detail` is one plain sentence about this very case.
 * `evidence` points into the raw target. `related` names another postback's id (`possible-duplicate`).
 */
export const findingSchema = z.object({
  code: findingCodeSchema,
  severity: severitySchema,
  field: z.string().nullable(),
  param: z.string().nullable(),
  detail: z.string(),
  evidence: z.array(spanSchema).readonly(),
  related: z.int().nullable(),
})
export type Finding = z.infer<typeof findingSchema>

/** A request as it stood on the wire. Strings hold one character a byte (latin1), so nothing is lost. */
export interface CapturedRequest {
  /** Arrival of the request's head, in ms since the epoch. */
  readonly receivedAt: number
  readonly remoteAddress: string | null
  readonly remotePort: number | null
  /** For example `1.1`; null where the bytes were no HTTP request. */
  readonly httpVersion: string | null
  /** Null where the bytes were no HTTP request. */
  readonly method: string | null
  /** The request-target, untouched. Null where the bytes were no HTTP request. */
  readonly target: string | null
  /** Name, value, name, value … in wire order and in their own case. */
  readonly rawHeaders: readonly string[]
  /** The first bytes of the body, up to the receiver's cap. */
  readonly body: Uint8Array
  /** How many body bytes really arrived. */
  readonly bodyLength: number
  /** False where the sender stopped before the body it announced was complete. */
  readonly bodyComplete: boolean
  /** Set where the bytes were no HTTP request: the parser's code and the first bytes it was given. */
  readonly rejection: { readonly code: string; readonly firstBytes: Uint8Array } | null
}

/** One extra field of an endpoint as it arrived. `value` is null where its name did not occur. */
export const extraValueSchema = z.object({
  field: z.string(),
  param: z.string(),
  value: z.string().nullable(),
})

/**
 * What the inspector understands of a request. A pure function of the captured bytes and the endpoints.
 * `userId` and `rewardAmount` are the decoded texts, null where absent. `amountValue` is the exact decimal in
 * canonical form, null where the text is none. `verdict` is null for everything but a postback.
 */
export const readingSchema = z.object({
  kind: kindSchema,
  endpointId: z.string().nullable(),
  userId: z.string().nullable(),
  rewardAmount: z.string().nullable(),
  amountValue: z.string().nullable(),
  extras: z.array(extraValueSchema).readonly(),
  verdict: verdictSchema.nullable(),
  findings: z.array(findingSchema).readonly(),
})
export type Reading = z.infer<typeof readingSchema>

/**
 * How an answer ends: `complete`, or on purpose otherwise. `silence`: nothing is sent, the connection stays open
 * until the sender gives up; `reset`: the connection is reset without a reply; `cut`: it is closed in mid-body.
 */
export const replyEndingSchema = z.enum(['complete', 'silence', 'reset', 'cut'])
export type ReplyEnding = z.infer<typeof replyEndingSchema>

/** What the receiver is about to answer. Header pairs keep their order and case. */
export interface PlannedReply {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  /** How long to hold the reply back after the commit, in ms. */
  readonly delayMs: number
  /** `complete` where it is not given. */
  readonly ending?: ReplyEnding
  /** True where the user's backend answers; this reply stands in until its own is there. */
  readonly relay?: boolean
}

/** What became of a reply. */
export interface ReplyOutcome {
  /**
   * In ms since the epoch; null while it is not known to have been sent. Where nothing is sent on purpose (`silence`,
   * `reset`) it is when the connection was over.
   */
  readonly sentAt: number | null
  /** True where the sender had closed the connection before the reply was written. */
  readonly senderGone: boolean
  /** What was answered in place of the planned reply: the backend's own. `body` is text as far as it is kept. */
  readonly actual?: Pick<PlannedReply, 'status' | 'headers' | 'body'>
}

/** A reply of the user's backend, as the sender gets it: status, its text, headers, and the body's bytes. */
export interface RelayedReply {
  readonly status: number
  readonly statusText: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

/** A stored request as lists, events and JSON lines show it. */
export const postbackSummarySchema = readingSchema.extend({
  /** Grows with every stored request; also the order of arrival. */
  id: z.int(),
  receivedAt: z.int(),
  method: z.string().nullable(),
  target: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  bodyLength: z.int(),
  /** The parser's code where `kind` is `rejected`. */
  rejectionCode: z.string().nullable(),
  reply: z.object({
    status: z.int(),
    sentAt: z.int().nullable(),
    senderGone: z.boolean(),
    /** Left out where it is `complete`. For `silence` and `reset` no status was sent. */
    ending: replyEndingSchema.optional(),
  }),
  mark: markSummarySchema,
})
export type PostbackSummary = z.infer<typeof postbackSummarySchema>

/** A stored request with everything that was kept of it. Bytes travel as base64. */
export const postbackDetailSchema = postbackSummarySchema.extend({
  remotePort: z.int().nullable(),
  httpVersion: z.string().nullable(),
  rawHeaders: z.array(z.string()).readonly(),
  bodyBase64: z.string(),
  bodyComplete: z.boolean(),
  rejectionBytesBase64: z.string().nullable(),
  replyHeaders: z.array(z.tuple([z.string(), z.string()])).readonly(),
  replyBody: z.string(),
  /** The user's own words about it; empty where there are none. */
  note: z.string(),
})
export type PostbackDetail = z.infer<typeof postbackDetailSchema>
