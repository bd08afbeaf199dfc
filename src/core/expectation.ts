import { z } from 'zod'
import { checksWords } from '../words/of/checks.ts'
import { spanSchema } from './postback.ts'
import { outageSchema } from './status.ts'

/** How long an expectation may wait, in ms: from a second to 24 hours. */
export const SHORTEST_WAIT_MS = 1_000
export const LONGEST_WAIT_MS = 86_400_000
const LONGEST_USER_ID = 2_000
const LONGEST_AMOUNT = 200

/** Why an arrived value is not the expected one. `another-value` where nothing better is known. */
export const differenceCauseSchema = z.enum([
  'missing',
  'empty',
  'macro-not-replaced',
  'swapped',
  'case',
  'leading-zeros',
  'trailing-zeros',
  'plus-and-space',
  'edge-whitespace',
  'inner-whitespace',
  'invisible-character',
  'double-encoded',
  'encoded-expectation',
  'mojibake',
  'not-utf8',
  'unicode-form',
  'number-form',
  'another-value',
])
export type DifferenceCause = z.infer<typeof differenceCauseSchema>

/**
 * One field that arrived otherwise than expected. `arrived` is the decoded text, null where the parameter was
 * missing. The marks are half-open ranges of UTF-16 offsets into the two texts; an empty one is a place where the
 * other text has more. More than one cause: the texts differ in each of these ways.
 */
export const fieldDifferenceSchema = z.object({
  field: z.enum(['user_id', 'reward_amount']),
  expected: z.string(),
  arrived: z.string().nullable(),
  causes: z.array(differenceCauseSchema).min(1).readonly(),
  expectedMarks: z.array(spanSchema).readonly(),
  arrivedMarks: z.array(spanSchema).readonly(),
})
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>

/** A postback that resembles an expectation: which one, when it came, and every field that differs. */
export const nearArrivalSchema = z.object({
  postbackId: z.int(),
  receivedAt: z.int(),
  differences: z.array(fieldDifferenceSchema).min(1).readonly(),
})
export type NearArrival = z.infer<typeof nearArrivalSchema>

/** A span, within the expectation's own, in which nobody could have reached us. */
export const deafSpanSchema = outageSchema.pick({ reason: true, from: true, why: true }).extend({ to: z.int() })
export type DeafSpan = z.infer<typeof deafSpanSchema>

/**
 * What became of an expectation. Times in ms since the epoch.
 * `pending`: it still waits; `nearest` is the closest arrival so far that is not it.
 * `met`: the first postback whose decoded user id and amount text are exactly the expected ones.
 * `mismatched`: its time is over, and `nearest` is what came instead; `alike` are all that resemble it.
 * `not-listening`: nothing like it came, and for these spans nothing could have.
 * `expired`: nothing like it came. `others` counts the postbacks of the endpoint that do not resemble it.
 */
export const outcomeSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending'), nearest: nearArrivalSchema.nullable() }),
  z.object({ state: z.literal('met'), postbackId: z.int(), endedAt: z.int() }),
  z.object({
    state: z.literal('mismatched'),
    nearest: nearArrivalSchema,
    alike: z.array(z.int()).readonly(),
    endedAt: z.int(),
  }),
  z.object({
    state: z.literal('not-listening'),
    spans: z.array(deafSpanSchema).min(1).readonly(),
    others: z.int(),
    endedAt: z.int(),
  }),
  z.object({ state: z.literal('expired'), others: z.int(), endedAt: z.int() }),
  z.object({ state: z.literal('cancelled'), endedAt: z.int() }),
])
export type Outcome = z.infer<typeof outcomeSchema>
export type OutcomeState = Outcome['state']

/** What is armed: these very texts, on this endpoint, for so long. Nothing is trimmed: a space counts. */
export const armingSchema = z.object({
  endpointId: z.string().min(1, { error: () => checksWords().expectation.noEndpoint }),
  userId: z
    .string()
    .min(1, { error: () => checksWords().expectation.noUserId })
    .max(LONGEST_USER_ID, { error: () => checksWords().expectation.longUserId(LONGEST_USER_ID) }),
  amount: z
    .string()
    .min(1, { error: () => checksWords().expectation.noAmount })
    .max(LONGEST_AMOUNT, { error: () => checksWords().expectation.longAmount(LONGEST_AMOUNT) }),
  waitMs: z
    .int({ error: () => checksWords().expectation.noWait })
    .min(SHORTEST_WAIT_MS, { error: () => checksWords().expectation.shortWait })
    .max(LONGEST_WAIT_MS, { error: () => checksWords().expectation.longWait }),
})
export type Arming = z.infer<typeof armingSchema>

/** An expectation and its outcome. It counts what arrives from `armedAt` to `until`, both included. */
export const expectationSchema = z.object({
  id: z.string().min(1),
  endpointId: z.string(),
  userId: z.string(),
  amount: z.string(),
  armedAt: z.int(),
  until: z.int(),
  outcome: outcomeSchema,
})
export type Expectation = z.infer<typeof expectationSchema>
