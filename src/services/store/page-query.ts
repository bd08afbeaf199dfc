/** Keyset pages of ids: where the last page ended, the next begins; rows are never counted off. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { Page, PageRequest } from '../../core/ports.ts'
import { VERDICT_NUMBERS } from './column-codes.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import { Budget } from './id-walk.ts'
import { matchingIds } from './match-walk.ts'
import type { SearchExtent } from './search-attachment.ts'
import { sortToSql } from './sort-sql.ts'
import { type Found, gatheredIds, type KeyRow, sortedIds, sortedRows } from './sorted-rows.ts'
import { preparedColumn } from './statement-cache.ts'
import { valueWalk } from './value-walk.ts'

/** One way through a page: rows of the phases come one after the other. */
type Phase = (after: Position | null, wanted: number, budget: Budget) => Found

/**
 * `extent` was read before anything else of the same transaction. Ends before `limit` where that takes long: `next` then
 * goes on from there.
 *
 * @throws StoreError `bad-cursor`.
 */
export function pageOfIds(
  database: Database,
  extent: SearchExtent,
  request: PageRequest,
  budget = new Budget(),
): Page<number> {
  const { filter, limit, sort } = request
  // One more than asked for tells whether there is a next page.
  const wanted = limit + 1
  const rows: KeyRow[] = []
  let reached: KeyRow | null = null
  let position = startOf(database, request)
  for (const { ofPosition, find } of phasesOf(database, extent, request)) {
    if (position !== null && !ofPosition(position)) continue
    const found = find(position, wanted - rows.length, budget)
    rows.push(...found.rows)
    reached = found.reached
    if (reached !== null || rows.length >= wanted) break
    position = null
  }
  const last = rows.length > limit ? rows[limit - 1] : reached
  return {
    items: rows.slice(0, limit).map((row) => row.id),
    next: last === null || last === undefined ? null : writeCursor(filter, sort, last.id, last.value),
  }
}

const NOTHING: Found = { rows: [], reached: null }

interface PhaseOf {
  /** Whether a page that ended there goes on in this phase. */
  readonly ofPosition: (position: Position) => boolean
  readonly find: Phase
}

/** Rows with a value come first, in order of value and then id; then those without one, in order of id. */
function phasesOf(database: Database, extent: SearchExtent, request: PageRequest): readonly PhaseOf[] {
  const { filter, sort, newerThan } = request
  const { column } = sort
  const descending = sort.direction === 'descending'
  /** In order of arrival; `also` is what tells the rows of this phase. */
  const byArrival =
    (value: number | null, of: PostbackFilter, also?: string): Phase =>
    (after, wanted, budget) => {
      const { ids, reached } = matchingIds(database, extent, {
        filter: of,
        descending,
        above: largest(newerThan, descending ? null : (after?.id ?? null)),
        below: descending ? (after?.id ?? null) : null,
        limit: wanted,
        budget,
        ...(also === undefined ? {} : { also }),
      })
      return { rows: ids.map((id) => ({ id, value })), reached: reached === null ? null : { id: reached, value } }
    }
  const withoutValue = (also: string): PhaseOf => ({
    ofPosition: ({ value }) => value === null,
    find: byArrival(null, filter, also),
  })

  switch (column) {
    case 'received':
      return [{ ofPosition: () => true, find: byArrival(null, filter) }]
    case 'verdict': {
      const verdicts = Object.entries(VERDICT_NUMBERS).map(([verdict, value]): PhaseOf & { value: number } => ({
        value,
        ofPosition: (position) => position.value === value,
        find: (after, wanted, budget) => {
          const only = withVerdict(filter, verdict)
          return only === null ? NOTHING : byArrival(value, only)(after, wanted, budget)
        },
      }))
      verdicts.sort((a, b) => (descending ? b.value - a.value : a.value - b.value))
      return [...verdicts, withoutValue('+r.verdict IS NULL')]
    }
    case 'userId':
    case 'amount': {
      if (extent.keys === 0) return byValue()
      const walked = { ...request, sort: { ...sort, column } }
      const withValue: Phase = (after, wanted, budget) => {
        const ids = gatheredIds(database, extent, request)
        return ids === null
          ? valueWalk(database, extent, walked, after, wanted, budget)
          : { rows: sortedIds(database, ids, sort, 'with-value', after, wanted), reached: null }
      }
      return [
        { ofPosition: ({ value }) => value !== null, find: withValue },
        withoutValue(`${sortToSql(column).value ?? ''} IS NULL`),
      ]
    }
    default:
      return byValue()
  }

  /** Through all that match, at once. */
  function byValue(): readonly PhaseOf[] {
    return (['with-value', 'without-value'] as const).map((phase) => ({
      ofPosition: ({ value }) => (value !== null) === (phase === 'with-value'),
      find: (after, wanted) => {
        const ids = gatheredIds(database, extent, request)
        const rows =
          ids === null
            ? sortedRows(database, request, phase, after, wanted)
            : sortedIds(database, ids, sort, phase, after, wanted)
        return { rows, reached: null }
      },
    }))
  }
}

/** The filter for one verdict alone; null where it lets none of it through. */
function withVerdict(filter: PostbackFilter, verdict: string): PostbackFilter | null {
  const verdicts = (['pass', 'warn', 'fail'] as const).filter((one) => one === verdict)
  if (filter.verdicts.length > 0 && !filter.verdicts.some((one) => one === verdict)) return null
  return { ...filter, verdicts }
}

function largest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b)
}

/** Where the page before ended. A value that was too long for the cursor is looked up. */
function startOf(database: Database, request: PageRequest): Position | null {
  if (request.cursor === null) return null
  const sort = sortToSql(request.sort.column)
  const position = readCursor(request.filter, request.sort, request.cursor)
  if (position.value !== undefined || sort.value === null) return position
  const value = preparedColumn<[number], string | number | Uint8Array | null>(
    database,
    `SELECT ${sort.value} FROM reading r ${sort.join} WHERE r.id = ?`,
  ).get(position.id)
  return { id: position.id, value: value ?? null }
}

/** Ids that match in `(after, until]`, in order of arrival, and how far was looked; null where nothing is left. */
export function idsAfter(
  database: Database,
  extent: SearchExtent,
  filter: PostbackFilter,
  after: number,
  until: number,
  limit: number,
): { readonly ids: readonly number[]; readonly reached: number | null } {
  const query = { filter, descending: false, above: after, below: until + 1, limit }
  const { ids, reached } = matchingIds(database, extent, query)
  return { ids, reached: reached ?? (ids.length >= limit ? (ids.at(-1) ?? null) : null) }
}
