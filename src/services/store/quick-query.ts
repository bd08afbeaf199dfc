import { concernsMarks, type PostbackFilter, type Sort } from '../../core/filter.ts'

/** Sort columns that have an index. */
const INDEXED: ReadonlySet<Sort['column']> = new Set(['received', 'verdict', 'userId', 'amount'])

/**
 * True where an index leads to a page at once. Anything else may look at every row, and goes to the reader where
 * nobody waits for a detail or the next page of a list.
 */
export function isQuick(filter: PostbackFilter, sort: Sort): boolean {
  return (
    INDEXED.has(sort.column) &&
    filter.texts.length === 0 &&
    filter.excludeTexts.length === 0 &&
    filter.userIdContains === null &&
    filter.methods.length === 0 &&
    filter.statuses.length === 0 &&
    filter.excludeCodes.length === 0 &&
    filter.codes.length <= 1 &&
    filter.amounts.length === 0 &&
    // Few rows are marked, and an index in another order would be walked for them to its end.
    (sort.column === 'received' || !concernsMarks(filter))
  )
}
