import { z } from 'zod'
import { checksWords } from '../words/of/checks.ts'
import { postbackFilterSchema } from './filter.ts'

/** So many requests are chosen one by one at most. */
export const MOST_CHOSEN = 1000

/**
 * Which requests are to be removed: all that a filter lets through, or chosen ones, whatever the filter. What is marked
 * (pinned, coloured, with a note) always stays, and so does what came after `upTo`, the newest id that whoever decides has
 * seen.
 */
export const removalSelectionSchema = z.object({
  filter: postbackFilterSchema,
  /** Null: all that the filter lets through. */
  ids: z.array(z.int().min(1)).min(1).max(MOST_CHOSEN).readonly().nullable(),
  upTo: z.int().min(0),
})
export type RemovalSelection = z.infer<typeof removalSelectionSchema>

/** Who wanted it: the user, or the rule that they set. */
export const removalCauseSchema = z.enum(['by-hand', 'retention'])
export type RemovalCause = z.infer<typeof removalCauseSchema>

/** What a removal would come to. `from` and `to` are the first and the last arrival of what would go, null where nothing would. */
export const removalPreviewSchema = z.object({
  requests: z.int(),
  /** Marked ones that match, and stay. */
  marked: z.int(),
  from: z.int().nullable(),
  to: z.int().nullable(),
})
export type RemovalPreview = z.infer<typeof removalPreviewSchema>

/**
 * One removal as it is remembered. `what` says in words what was to go. Ids and arrivals are of what went, null before the
 * first. A removal by hand that is `running` goes on after a crash; one that was `stopped` never does.
 */
export const removalSchema = z.object({
  id: z.int(),
  cause: removalCauseSchema,
  what: z.string(),
  state: z.enum(['running', 'done', 'stopped']),
  startedAt: z.int(),
  endedAt: z.int().nullable(),
  removed: z.int(),
  firstId: z.int().nullable(),
  lastId: z.int().nullable(),
  from: z.int().nullable(),
  to: z.int().nullable(),
})
export type Removal = z.infer<typeof removalSchema>

/**
 * How far a removal is. `waiting`: it begins at `beginsAt` (ms since the epoch), and can be undone until then; `ids` are those
 * that were chosen one by one. `total` is how many it was to be when it began; `why` says what it waits for, null where for
 * nothing.
 */
export const clearingSchema = z.object({
  state: z.enum(['idle', 'waiting', 'running', 'done', 'stopped']),
  cause: removalCauseSchema,
  what: z.string(),
  removed: z.int(),
  total: z.int(),
  why: z.string().nullable(),
  beginsAt: z.int().nullable(),
  ids: z.array(z.int()).readonly().nullable(),
})
export type Clearing = z.infer<typeof clearingSchema>

export const NO_CLEARING: Clearing = {
  state: 'idle',
  cause: 'by-hand',
  what: '',
  removed: 0,
  total: 0,
  why: null,
  beginsAt: null,
  ids: null,
}

/** What is to be removed, by whom, and in words. */
export interface RemovalRequest {
  readonly selection: RemovalSelection
  /** How many they are, where that was counted before. */
  readonly total?: number | undefined
  readonly cause: RemovalCause
  readonly what: string
}

/** Removing requests for good. Every promise rejects with a `StoreError` where the database refuses. */
export interface RemovalRecords {
  preview(selection: RemovalSelection): Promise<RemovalPreview>
  /**
   * Begins behind the captures, in slices. Answers when it is noted down, so that a crash does not end it. Rejects with
   * `busy` while another is under way.
   */
  begin(request: RemovalRequest): Promise<Clearing>
  /** What is gone stays gone. Without effect where none is under way. */
  stop(): Promise<void>
  /** Resolves when nothing is under way, and what is done behind a removal is done as well. */
  settled(): Promise<void>
  progress(): Clearing
  /** The newest first. */
  latest(limit: number): Promise<readonly Removal[]>
  /** The newest id of what is beyond the newest `keep` requests; null where there are no more than that. */
  beyondNewest(keep: number): Promise<number | null>
  /** The newest id, 0 before the first. */
  newestId(): Promise<number>
}

/** What is kept. Null: no bound. */
export const MOST_DAYS = 3650
export const LEAST_REQUESTS = 1000
export const MOST_REQUESTS = 100_000_000
const DAYS = { error: () => checksWords().retention.wrongDays }
const REQUESTS = { error: () => checksWords().retention.wrongRequests }

/** How long and how many requests are kept, beside those that are marked. */
export const historySettingsSchema = z.object({
  keepDays: z.int(DAYS).min(1, DAYS).max(MOST_DAYS, DAYS).nullable(),
  keepRequests: z.int(REQUESTS).min(LEAST_REQUESTS, REQUESTS).max(MOST_REQUESTS, REQUESTS).nullable(),
})
export type HistorySettings = z.infer<typeof historySettingsSchema>

export const KEEP_EVERYTHING: HistorySettings = { keepDays: null, keepRequests: null }
