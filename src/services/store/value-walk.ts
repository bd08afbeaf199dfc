/** Rows in the order of their user id or amount, through the search index. */
import type { Database } from 'better-sqlite3'
import type { PageRequest } from '../../core/ports.ts'
import type { Position } from './cursor.ts'
import type { Column } from './exact-text.ts'
import { conditionsOf } from './filter-sql.ts'
import type { Budget } from './id-walk.ts'
import type { SearchExtent } from './search-attachment.ts'
import { type Found, type KeyRow, sortedRows } from './sorted-rows.ts'
import { SqlParameters, type SqlValue } from './sql-parameters.ts'
import { prepared } from './statement-cache.ts'

const TABLES = {
  userId: { table: 'search.user_of', value: 'user_id' },
  amount: { table: 'search.amount_of', value: 'amount_key' },
} as const
export type IndexedValue = keyof typeof TABLES

/** Entries that are looked at together: few at first, since most of them are what is wanted. */
const FIRST_ENTRIES = 128
const ENTRIES = 1024

interface Entry {
  readonly id: number
  readonly value: Column
  /** The row still has this value, and it matches. */
  readonly holds: number
  readonly matches: number
}

/** Rows that have a value. `extent.keys` is not 0. */
export function valueWalk(
  database: Database,
  extent: SearchExtent,
  request: PageRequest & { readonly sort: { readonly column: IndexedValue } },
  after: Position | null,
  wanted: number,
  budget: Budget,
): Found {
  const indexed = throughIndex(database, extent, request, after, wanted, budget)
  // What came after the index: few, as a rule.
  const newerThan = Math.max(extent.keys, request.newerThan ?? 0)
  const beyond = sortedRows(database, { ...request, newerThan }, 'with-value', after, wanted)
  const sign = request.sort.direction === 'descending' ? -1 : 1
  const order = (a: KeyRow, b: KeyRow): number => sign * compareKeys(a, b)
  const merged = [...indexed.rows, ...beyond].sort(order)
  const { reached } = indexed
  // Beyond what was reached others may lie in between.
  const sure = reached === null ? merged : merged.filter((row) => order(row, reached) <= 0)
  return { rows: sure.slice(0, wanted), reached: sure.length >= wanted ? null : reached }
}

function throughIndex(
  database: Database,
  extent: SearchExtent,
  { filter, sort, newerThan }: PageRequest & { readonly sort: { readonly column: IndexedValue } },
  after: Position | null,
  wanted: number,
  budget: Budget,
): Found {
  const { table, value } = TABLES[sort.column]
  const parameters = new SqlParameters()
  const { conditions, needsRequest } = conditionsOf(filter, parameters)
  const newer = newerThan === null ? [] : [`s.id > ${parameters.add(newerThan)}`]
  const matches = [...conditions, ...newer].join(' AND ') || '1'
  const [order, beyond] = sort.direction === 'ascending' ? ['ASC', '>'] : ['DESC', '<']
  const next = (at: KeyRow | null, count: number): Entry[] =>
    prepared<Record<string, SqlValue>, Entry>(
      database,
      `SELECT s.id, s.${value} AS value, r.${value} IS s.${value} AS holds, (${matches}) IS TRUE AS matches
       FROM (SELECT e.id, e.${value} FROM ${table} e
         ${at === null ? '' : `WHERE (e.${value}, e.id) ${beyond} ((SELECT @at_value), (SELECT @at_id))`}
         ORDER BY e.${value} ${order}, e.id ${order} LIMIT @count + 0) s
       LEFT JOIN reading r ON r.id = s.id ${needsRequest ? 'LEFT JOIN request q ON q.id = s.id' : ''}
       ORDER BY s.${value} ${order}, s.id ${order}`,
    ).all({ ...parameters.values, count, ...(at === null ? {} : { at_value: at.value, at_id: at.id }) })

  const rows: KeyRow[] = []
  let at: KeyRow | null = after === null ? null : { id: after.id, value: after.value ?? null }
  let count = FIRST_ENTRIES
  for (;;) {
    const entries = next(at, count)
    // Where the value does not fit into a cursor it is looked up in the row, which must have it then.
    let lastHeld: KeyRow | null = null
    for (const { id, value, holds, matches } of entries) {
      at = { id, value }
      if (holds !== 1) continue
      lastHeld = at
      // What an index that begins anew has beyond its extent is told from the rows.
      if (matches === 1 && id <= extent.keys) rows.push(at)
      if (rows.length >= wanted) return { rows, reached: null }
    }
    if (entries.length < count) return { rows, reached: null }
    budget.spend(count)
    if (budget.isSpent && lastHeld !== null) return { rows, reached: lastHeld }
    count = ENTRIES
  }
}

/** As SQLite compares: text before bytes, each byte by byte, then the id. */
function compareKeys(a: KeyRow, b: KeyRow): number {
  const isText = (key: KeyRow): boolean => typeof key.value === 'string'
  if (isText(a) !== isText(b)) return isText(a) ? -1 : 1
  return Buffer.compare(bytesOf(a), bytesOf(b)) || a.id - b.id
}

function bytesOf({ value }: KeyRow): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value) : value instanceof Uint8Array ? value : new Uint8Array()
}
