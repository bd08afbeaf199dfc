import { concernsMarks, type PostbackFilter, type Sort } from '../../core/filter.ts'

/** Sort columns that have an index. */
const INDEXED: ReadonlySet<Sort['column']> = new Set(['received', 'verdict', 'userId', 'amount'])
/** So many characters of a text lead to what has them. */
const CHARACTERS = 3

/**
 * True where an index leads to a page at once. Anything else may look at every row, and goes to the reader where
 * nobody waits for a detail or the next page of a list.
 */
export function isQuick(filter: PostbackFilter, sort: Sort): boolean {
  const looksAtTexts = filter.texts.length > 0 || filter.userIdContains !== null
  return (
    INDEXED.has(sort.column) &&
    (!looksAtTexts || [...filter.texts, filter.userIdContains ?? ''].some(leads)) &&
    filter.excludeTexts.length === 0 &&
    filter.methods.length === 0 &&
    filter.statuses.length === 0 &&
    filter.excludeCodes.length === 0 &&
    filter.codes.length <= 1 &&
    filter.amounts.every(({ comparison }) => comparison === '=') &&
    // Few rows are marked, and an index in another order would be walked for them to its end.
    (sort.column === 'received' || !(looksAtTexts || concernsMarks(filter)))
  )
}

function leads(text: string): boolean {
  return Array.from(text).length >= CHARACTERS
}
