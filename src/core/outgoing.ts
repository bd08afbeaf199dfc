import { z } from 'zod'

/**
 * A request that the inspector sends, byte for byte. Strings hold one character a byte (latin1). `origin` is where
 * it goes (`http://127.0.0.1:3000`); `target` is what stands in the request line and is sent untouched.
 * `rawHeaders` (name, value, name, value …) are sent as they are and in order; without a `Host` among them the
 * origin's is added; `Content-Length` always says the length of `body`, and what concerns one connection alone
 * (`Connection`, `Transfer-Encoding`, `Expect` …) is the sender's own.
 */
export interface OutgoingRequest {
  readonly origin: string
  readonly method: string
  readonly target: string
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
}

export interface SendOptions {
  /** From the start to the last byte of the reply, in ms. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** A slow client: this pause in ms after every few bytes of the body, or before a head without one. 0 unless given. */
  readonly dripMs?: number
  /** How much of the reply's body is kept, in bytes; `REPLY_BODY_CAP` unless given. */
  readonly bodyCap?: number
}

/** Why no whole reply came. `sentence` says it in words, with what to do. */
export const sendFailureSchema = z.object({
  code: z.enum(['refused', 'dns', 'tls', 'timeout', 'reset', 'aborted', 'protocol', 'unreachable', 'not-sendable']),
  sentence: z.string(),
})
export type SendFailure = z.infer<typeof sendFailureSchema>

/** What came back. Bytes of headers are latin1 characters; the body is capped, `bodyLength` is its true length. */
export const sendOutcomeSchema = z.object({
  /** Ms since the epoch. */
  startedAt: z.int(),
  /** Ms, fractions kept: until connected (null where that failed), first byte of the reply, its last. */
  connectMs: z.number().nullable(),
  firstByteMs: z.number().nullable(),
  totalMs: z.number(),
  remoteAddress: z.string().nullable(),
  reply: z
    .object({
      status: z.int(),
      statusText: z.string(),
      rawHeaders: z.array(z.string()).readonly(),
      bodyBase64: z.string(),
      bodyLength: z.int(),
    })
    .nullable(),
  failure: sendFailureSchema.nullable(),
})
export type SendOutcome = z.infer<typeof sendOutcomeSchema>

/** So much of a reply's body is kept, in bytes. */
export const REPLY_BODY_CAP = 256 * 1024

/** Sends requests. Redirects are not followed. */
export interface RequestSender {
  /** Never rejects: what went wrong is in the outcome. */
  send(request: OutgoingRequest, options: SendOptions): Promise<SendOutcome>
  /** Cancels what is under way; whatever is asked for later fails at once. */
  close(): void
}
