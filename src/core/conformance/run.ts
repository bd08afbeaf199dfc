import { z } from 'zod'

/** What a check found. `ask` stands where only the user can tell. */
export const conformanceVerdictSchema = z.enum(['pass', 'warning', 'fail', 'ask'])
export type ConformanceVerdict = z.infer<typeof conformanceVerdictSchema>

/** One thing that was looked at: what was found, and what a correct backend does. */
export const checkSchema = z.object({
  verdict: z.enum(['pass', 'warning', 'fail']),
  sentence: z.string(),
  expected: z.string(),
})
export type Check = z.infer<typeof checkSchema>

/** What only the user can tell. `answer` is the `value` of one of the options, null while it is open. */
export const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  options: z
    .array(
      z.object({
        value: z.string(),
        label: z.string(),
        verdict: z.enum(['pass', 'warning', 'fail']),
        /** What the answer means, as it stands in the report. */
        sentence: z.string(),
      }),
    )
    .readonly(),
  answer: z.string().nullable(),
})
export type Question = z.infer<typeof questionSchema>

/** Replies that are alike, counted. */
export const exchangeReplySchema = z.object({
  count: z.int(),
  status: z.int().nullable(),
  /** The slowest of them, in ms. */
  ms: z.number(),
  contentType: z.string().nullable(),
  /** Decoded as UTF-8 and cut; `bodyLength` is the true length in bytes. */
  body: z.string(),
  bodyLength: z.int(),
  /** Why no reply came, in words. */
  failure: z.string().nullable(),
})
export type ExchangeReply = z.infer<typeof exchangeReplySchema>

export const exchangeSchema = z.object({
  label: z.string(),
  method: z.string(),
  target: z.string(),
  sent: z.int(),
  replies: z.array(exchangeReplySchema).readonly(),
})
export type Exchange = z.infer<typeof exchangeSchema>

/** The balance of one user around a scenario: exact decimals, null where none could be read; then `problem` says why. */
export const balanceSchema = z.object({
  userId: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  problem: z.string().nullable(),
})
export type Balance = z.infer<typeof balanceSchema>

export const scenarioResultSchema = z.object({
  scenarioId: z.string(),
  group: z.string(),
  title: z.string(),
  /** What a correct backend does. */
  correct: z.string(),
  /** Ms since the epoch, and ms. */
  startedAt: z.int(),
  durationMs: z.number(),
  checks: z.array(checkSchema).readonly(),
  questions: z.array(questionSchema).readonly(),
  exchanges: z.array(exchangeSchema).readonly(),
  balances: z.array(balanceSchema).readonly(),
})
export type ScenarioResult = z.infer<typeof scenarioResultSchema>

/** One run against one backend. Times in ms since the epoch. */
export const conformanceRunSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'finished', 'cancelled', 'unreachable']),
  /** One sentence where it did not run to its end. */
  why: z.string().nullable(),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  version: z.string(),
  url: z.string(),
  names: z.object({
    userIdParam: z.string(),
    rewardAmountParam: z.string(),
    transactionIdParam: z.string().nullable(),
    constants: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  }),
  balanceUrl: z.string().nullable(),
  balanceField: z.string().nullable(),
  /** What the user ids of this run start with. */
  prefix: z.string(),
  knownUser: z.string().nullable(),
  /** How many scenarios were chosen. */
  total: z.int(),
  results: z.array(scenarioResultSchema).readonly(),
})
export type ConformanceRun = z.infer<typeof conformanceRunSchema>

/** A run without its results: a line in the list of runs. */
export const conformanceRunHeadSchema = z.object({
  id: z.string(),
  state: conformanceRunSchema.shape.state,
  startedAt: z.int(),
  url: z.string(),
  counts: z.object({ pass: z.int(), warning: z.int(), fail: z.int(), ask: z.int() }),
  total: z.int(),
})
export type ConformanceRunHead = z.infer<typeof conformanceRunHeadSchema>
