import { z } from 'zod'
import { checksWords } from '../words/of/checks.ts'
import { sendingWords } from '../words/of/sending.ts'
import { sendOutcomeSchema } from './outgoing.ts'

const LONGEST_URL = 8000

/** Where the user sends to: ourselves, or a URL that he typed. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receiver') }),
  z.object({ kind: z.literal('public') }),
  z.object({
    kind: z.literal('url'),
    url: z.string().max(LONGEST_URL, { error: () => checksWords().url.tooLong(LONGEST_URL) }),
  }),
])
export type Place = z.infer<typeof placeSchema>

/** The longest that a user may compose or edit, in bytes; what was stored is sent whole, however long it is. */
export const LONGEST_BODY = 256 * 1024
export const LONGEST_HEAD = 64 * 1024

export const MOST_TIMES = 1000
export const MOST_AT_ONCE = 10
const LONGEST_PAUSE_MS = 60_000
const SHORTEST_TIMEOUT_MS = 100
const LONGEST_TIMEOUT_MS = 120_000

/** How often, and how: so many at a time, each followed by the pause. */
export const sendPlanSchema = z.object({
  times: z
    .int({ error: () => sendingWords().plan.timesWhole })
    .min(1, { error: () => sendingWords().plan.timesLeast })
    .max(MOST_TIMES, { error: () => sendingWords().plan.timesMost(MOST_TIMES) }),
  atOnce: z
    .int({ error: () => sendingWords().plan.atOnceWhole })
    .min(1, { error: () => sendingWords().plan.atOnceLeast })
    .max(MOST_AT_ONCE, { error: () => sendingWords().plan.atOnceMost(MOST_AT_ONCE) }),
  pauseMs: z
    .int({ error: () => sendingWords().plan.pauseWhole })
    .min(0, { error: () => sendingWords().plan.pauseLeast })
    .max(LONGEST_PAUSE_MS, { error: () => sendingWords().plan.pauseMost(LONGEST_PAUSE_MS) }),
  timeoutMs: z
    .int({ error: () => sendingWords().plan.timeoutWhole })
    .min(SHORTEST_TIMEOUT_MS, { error: () => sendingWords().plan.timeoutLeast(SHORTEST_TIMEOUT_MS) })
    .max(LONGEST_TIMEOUT_MS, { error: () => sendingWords().plan.timeoutMost(LONGEST_TIMEOUT_MS) }),
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
