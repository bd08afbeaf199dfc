import { z } from 'zod'
import { sendOutcomeSchema } from './outgoing.ts'

/** Where the user sends to: ourselves, or a URL that he typed. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receiver') }),
  z.object({ kind: z.literal('public') }),
  z.object({ kind: z.literal('url'), url: z.string().max(8000, 'A URL can have 8,000 characters at most.') }),
])
export type Place = z.infer<typeof placeSchema>

/** The longest that a user may compose or edit, in bytes; what was stored is sent whole, however long it is. */
export const LONGEST_BODY = 256 * 1024
export const LONGEST_HEAD = 64 * 1024

export const MOST_TIMES = 1000
export const MOST_AT_ONCE = 10

/** How often, and how: so many at a time, each followed by the pause. */
export const sendPlanSchema = z.object({
  times: z
    .int('How often is a whole number.')
    .min(1, 'Send it once at least.')
    .max(MOST_TIMES, `It can be sent ${String(MOST_TIMES)} times at most.`),
  atOnce: z
    .int('How many at once is a whole number.')
    .min(1, 'One at a time is the least.')
    .max(MOST_AT_ONCE, `${String(MOST_AT_ONCE)} at once is the most.`),
  pauseMs: z
    .int('The pause is a whole number of milliseconds.')
    .min(0, 'The pause cannot be negative.')
    .max(60_000, 'The pause is 60,000 ms at most.'),
  timeoutMs: z
    .int('The time-out is a whole number of milliseconds.')
    .min(100, 'The time-out is 100 ms at least.')
    .max(120_000, 'The time-out is 120,000 ms at most.'),
})
export type SendPlan = z.infer<typeof sendPlanSchema>
export const ONCE: SendPlan = { times: 1, atOnce: 1, pauseMs: 0, timeoutMs: 15_000 }

/** A request that is sent once or many times, as far as it has come. Kept while the inspector runs. */
export const sendRunSchema = z.object({
  id: z.int(),
  /** `failed`: it could not go on, `why` says it; a reply of any status is no failure of the run. */
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  why: z.string(),
  startedAt: z.int(),
  /** The stored request that is sent again; null where it was composed. */
  replayOf: z.int().nullable(),
  origin: z.string(),
  method: z.string(),
  target: z.string(),
  times: z.int(),
  done: z.int(),
  /** Of those: how many got a 2xx, another status, and no whole reply. */
  accepted: z.int(),
  refused: z.int(),
  unanswered: z.int(),
  /** How many of them the receiver captured, where it went to ourselves. */
  captured: z.int(),
})
export type SendRun = z.infer<typeof sendRunSchema>

/** One of a run. `nth` counts from 1; `capturedId` is the stored request that it became at our own receiver. */
export const sentSchema = z.object({ nth: z.int(), outcome: sendOutcomeSchema, capturedId: z.int().nullable() })
export type Sent = z.infer<typeof sentSchema>
