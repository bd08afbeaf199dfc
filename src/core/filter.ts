import { z } from 'zod'
import { momentSchema } from './filter-time.ts'
import { findingCodeSchema } from './findings/codes.ts'
import { markColourSchema } from './mark.ts'
import { kindSchema, verdictSchema } from './postback.ts'

export const comparisonSchema = z.enum(['=', '<', '<=', '>', '>='])

/**
 * Which stored requests are wanted. An empty list or null means "any". Everything set must hold at once.
 * `amounts` compares exact decimals (canonical text); a request without an exact amount never matches one.
 * `texts` are matched case-insensitively anywhere in target, headers, body, user id and amount.
 * `from` is inclusive, `to` exclusive, both in ms since the epoch. `pinned`, notes and colours are what the user marked
 * requests with; `noteTexts` are matched like `texts`, in the note alone.
 */
export const postbackFilterSchema = z.object({
  kinds: z.array(kindSchema).readonly(),
  verdicts: z.array(verdictSchema).readonly(),
  codes: z.array(findingCodeSchema).readonly(),
  excludeCodes: z.array(findingCodeSchema).readonly(),
  endpointIds: z.array(z.string()).readonly(),
  userId: z.string().nullable(),
  userIdContains: z.string().nullable(),
  amounts: z.array(z.object({ comparison: comparisonSchema, value: z.string() })).readonly(),
  methods: z.array(z.string()).readonly(),
  statuses: z.array(z.int()).readonly(),
  from: momentSchema.nullable(),
  to: momentSchema.nullable(),
  texts: z.array(z.string()).readonly(),
  excludeTexts: z.array(z.string()).readonly(),
  pinned: z.boolean().nullable(),
  hasNote: z.boolean().nullable(),
  noteTexts: z.array(z.string()).readonly(),
  excludeNoteTexts: z.array(z.string()).readonly(),
  colours: z.array(markColourSchema).readonly(),
  excludeColours: z.array(markColourSchema).readonly(),
})
export type PostbackFilter = z.infer<typeof postbackFilterSchema>

/** The filter that lets everything through. */
export const EVERYTHING: PostbackFilter = {
  kinds: [],
  verdicts: [],
  codes: [],
  excludeCodes: [],
  endpointIds: [],
  userId: null,
  userIdContains: null,
  amounts: [],
  methods: [],
  statuses: [],
  from: null,
  to: null,
  texts: [],
  excludeTexts: [],
  pinned: null,
  hasNote: null,
  noteTexts: [],
  excludeNoteTexts: [],
  colours: [],
  excludeColours: [],
}

/** Whether what is marked decides which requests match. */
export function concernsMarks(filter: PostbackFilter): boolean {
  const lists = [filter.noteTexts, filter.excludeNoteTexts, filter.colours, filter.excludeColours]
  return filter.pinned !== null || filter.hasNote !== null || lists.some((list) => list.length > 0)
}

/** Columns the history can be sorted by. `received` is the order of arrival. */
export const sortColumnSchema = z.enum([
  'received',
  'verdict',
  'userId',
  'amount',
  'endpoint',
  'status',
  'size',
  'duration',
])
export const sortSchema = z.object({ column: sortColumnSchema, direction: z.enum(['ascending', 'descending']) })
export type Sort = z.infer<typeof sortSchema>

export const NEWEST_FIRST: Sort = { column: 'received', direction: 'descending' }
