import { EVERYTHING, type PostbackFilter } from '../../../../core/filter.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'

/**
 * Whether arrivals can be told apart here. Everything but kinds, verdicts and a start is left to the store, so that
 * texts and amounts have one meaning only.
 */
export function isDecidedHere(filter: PostbackFilter): boolean {
  const rest: PostbackFilter = { ...filter, kinds: [], verdicts: [], from: null }
  return Object.entries(rest).every(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
}

/** Whether an arrival belongs in a list with a filter that is decided here. */
export function isWanted(row: PostbackSummary, filter: PostbackFilter): boolean {
  if (filter.kinds.length > 0 && !filter.kinds.includes(row.kind)) return false
  if (filter.verdicts.length > 0 && (row.verdict === null || !filter.verdicts.includes(row.verdict))) return false
  return filter.from === null || row.receivedAt >= filter.from
}

/** The same filter for every kind and verdict: what the chips count. */
export function withoutKindAndVerdict(filter: PostbackFilter): PostbackFilter {
  return { ...filter, kinds: EVERYTHING.kinds, verdicts: EVERYTHING.verdicts }
}
