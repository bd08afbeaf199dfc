/** Which requests a removal concerns. Runs in a reader's thread. */
import type { Database } from 'better-sqlite3'
import type { RemovalPreview, RemovalSelection } from '../../../core/clearing.ts'
import { EVERYTHING } from '../../../core/filter.ts'
import { conditionsOf } from '../filter-sql.ts'
import { Budget } from '../id-walk.ts'
import { matchingIds } from '../match-walk.ts'
import { readMeta } from '../meta-table.ts'
import type { SearchExtent } from '../search-attachment.ts'
import { REQUEST_JOIN } from '../sort-sql.ts'
import { SqlParameters, type SqlValue } from '../sql-parameters.ts'
import { prepared, preparedColumn } from '../statement-cache.ts'
import { countMatches } from '../tally-queries.ts'
import type { RemovableIds } from './calls.ts'

/** What is marked stays. */
const UNMARKED = 'NOT EXISTS (SELECT 1 FROM mark m WHERE m.id = r.id)'

export function removableIds(
  database: Database,
  extent: SearchExtent,
  { filter, ids: chosen, upTo }: RemovalSelection,
  after: number,
  limit: number,
): RemovableIds {
  // Requests of a damaged history come in below the others: which there are is not known before the end.
  if (readMeta(database, 'salvage') !== null) return { ids: [], after, held: true }
  if (chosen !== null) {
    const rest = chosen.filter((id) => id > after && id <= upTo).sort((a, b) => a - b)
    const ids = rest.slice(0, limit)
    return { ids, after: rest.length > limit ? (ids.at(-1) ?? null) : null, held: false }
  }
  const { ids, reached } = matchingIds(database, extent, {
    filter,
    descending: false,
    above: after,
    below: upTo + 1,
    limit,
    also: UNMARKED,
  })
  return { ids, after: reached ?? (ids.length >= limit ? (ids.at(-1) ?? null) : null), held: false }
}

interface Times {
  readonly requests: number
  readonly first: number | null
  readonly last: number | null
}

/** `extent` was read before anything else of the same transaction. */
export function previewRemoval(database: Database, extent: SearchExtent, selection: RemovalSelection): RemovalPreview {
  const { filter, ids, upTo } = selection
  if (ids !== null) {
    const list = JSON.stringify(ids.filter((id) => id <= upTo))
    const marked = countMarked(database, selection, list)
    const found = prepared<[string], Times>(
      database,
      `SELECT count(*) AS requests, min(r.received_at) AS first, max(r.received_at) AS last
       FROM json_each(?) j CROSS JOIN reading r ON r.id = j.value WHERE ${UNMARKED}`,
    ).get(list)
    return { requests: found?.requests ?? 0, marked, from: found?.first ?? null, to: found?.last ?? null }
  }
  const marked = countMarked(database, selection, null)
  const requests = Math.max(0, countUpTo(database, extent, filter, upTo) - marked)
  const timeAt = (descending: boolean): number | null => timeOfEnd(database, extent, selection, descending)
  return { requests, marked, from: requests === 0 ? null : timeAt(false), to: requests === 0 ? null : timeAt(true) }
}

function countUpTo(database: Database, extent: SearchExtent, filter: RemovalSelection['filter'], upTo: number): number {
  if (isEverything(filter)) {
    return preparedColumn<[number], number>(database, 'SELECT count(*) FROM reading WHERE id <= ?').get(upTo) ?? 0
  }
  return countMatches(database, filter, extent).total - countAbove(database, extent, filter, upTo)
}

/** Few came since somebody looked. */
function countAbove(
  database: Database,
  extent: SearchExtent,
  filter: RemovalSelection['filter'],
  above: number,
): number {
  let count = 0
  for (let after: number | null = above; after !== null; ) {
    const limit = 5000
    const { ids, reached } = matchingIds(database, extent, {
      filter,
      descending: false,
      above: after,
      below: null,
      limit,
    })
    count += ids.length
    after = reached ?? (ids.length >= limit ? (ids.at(-1) ?? null) : null)
  }
  return count
}

function countMarked(database: Database, { filter, upTo }: RemovalSelection, list: string | null): number {
  const parameters = new SqlParameters()
  const { conditions, needsRequest } = conditionsOf(list === null ? filter : EVERYTHING, parameters)
  const within = list === null ? [] : [`m.id IN (SELECT value FROM json_each(${parameters.add(list)}))`]
  const where = [`m.id <= ${parameters.add(upTo)}`, ...within, ...conditions].join(' AND ')
  return (
    preparedColumn<Record<string, SqlValue>, number>(
      database,
      `SELECT count(*) FROM mark m CROSS JOIN reading r ON r.id = m.id ${needsRequest ? REQUEST_JOIN : ''} WHERE ${where}`,
    ).get(parameters.values) ?? 0
  )
}

/** When the first, or the last, of what would go arrived; ids are the order of arrival. */
function timeOfEnd(
  database: Database,
  extent: SearchExtent,
  { filter, upTo }: RemovalSelection,
  descending: boolean,
): number | null {
  const { ids } = matchingIds(database, extent, {
    filter,
    descending,
    above: null,
    below: upTo + 1,
    limit: 1,
    budget: new Budget({ ms: Number.POSITIVE_INFINITY }),
    also: UNMARKED,
  })
  const [id] = ids
  if (id === undefined) return null
  return preparedColumn<[number], number>(database, 'SELECT received_at FROM reading WHERE id = ?').get(id) ?? null
}

function isEverything(filter: RemovalSelection['filter']): boolean {
  return JSON.stringify(filter) === JSON.stringify(EVERYTHING)
}

/** The newest id of what is beyond the newest `keep` requests; null where there are no more than that. */
export function beyondNewest(database: Database, keep: number): number | null {
  return (
    preparedColumn<[number], number>(
      database,
      'SELECT id FROM reading ORDER BY id DESC LIMIT 1 OFFSET CAST(? AS INTEGER)',
    ).get(keep) ?? null
  )
}

export function newestId(database: Database): number {
  return preparedColumn<[], number | null>(database, 'SELECT max(id) FROM reading').get() ?? 0
}

export function searchStaleness(database: Database): { readonly stored: number; readonly stale: number } {
  const stored = preparedColumn<[], number>(database, 'SELECT count(*) FROM reading').get() ?? 0
  return { stored, stale: Number(readMeta(database, 'search_stale') ?? 0) }
}
