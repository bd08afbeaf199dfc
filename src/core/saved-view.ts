import { z } from 'zod'
import { sortSchema } from './filter.ts'

/** Bounds of what is kept; the screen says so before they are reached. */
export const MOST_VIEWS = 50
export const LONGEST_VIEW_NAME = 60
export const LONGEST_QUERY = 1000
/** So many filters are remembered that were typed and not saved. */
export const MOST_RECENT = 10

/**
 * A way to look at the history that is worth coming back to. `query` is the filter as it was typed. Null where a view leaves
 * the sort or the columns as they are, as those do that were saved before views kept them.
 */
export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(LONGEST_VIEW_NAME),
  query: z.string().max(LONGEST_QUERY),
  sort: sortSchema.nullable().default(null),
  /** Ids of the columns that are shown, in their order. */
  columns: z.array(z.string().max(200)).max(200).nullable().default(null),
})
export type SavedView = z.infer<typeof savedViewSchema>
