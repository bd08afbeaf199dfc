import { z } from 'zod'
import { sendFailureSchema, sendOutcomeSchema } from './outgoing.ts'

/** `again`: once more by hand. */
export const forwardModeSchema = z.enum(['observe', 'relay', 'again'])
export type ForwardMode = z.infer<typeof forwardModeSchema>

/**
 * Why a forward did not succeed. Beyond what can happen to any request: `loop`, it would have come back to the
 * inspector; `given-up`, it was not tried (any more), and the sentence says why.
 */
export const forwardFailureSchema = sendFailureSchema.extend({
  code: z.enum([...sendFailureSchema.shape.code.options, 'loop', 'given-up']),
})
export type ForwardFailure = z.infer<typeof forwardFailureSchema>

/** One attempt to hand a postback on to the user's backend, or why there was none. */
export const forwardAttemptSchema = z.object({
  id: z.int(),
  postbackId: z.int(),
  /** From 1 for each postback. */
  attempt: z.int(),
  mode: forwardModeSchema,
  /** Where it went, byte for byte (latin1); empty where there was no way to say. */
  url: z.string(),
  ...sendOutcomeSchema.shape,
  failure: forwardFailureSchema.nullable(),
  /** When the next attempt is due, in ms since the epoch; null where none follows. */
  retryAt: z.int().nullable(),
})
export type ForwardAttempt = z.infer<typeof forwardAttemptSchema>
export type NewForwardAttempt = Omit<ForwardAttempt, 'id' | 'attempt'>

/** What became of forwarded postbacks. Every promise rejects with a `StoreError` where the database refuses. */
export interface ForwardRecords {
  record(attempt: NewForwardAttempt): Promise<ForwardAttempt>
  /** Of one postback, oldest first. */
  attempts(postbackId: number): Promise<readonly ForwardAttempt[]>
}
