/** Rows in the order of a value that no index has: all that match are looked at. */
import type { Database } from 'better-sqlite3'
import type { PageRequest } from '../../core/ports.ts'
import type { Position } from './cursor.ts'
import type { Column } from './exact-text.ts'
import { conditionsOf, filterToSql } from './filter-sql.ts'
import { Budget } from './id-walk.ts'
import { matchingIds } from './match-walk.ts'
import type { SearchExtent } from './search-attachment.ts'
import { REQUEST_JOIN, sortToSql } from './sort-sql.ts'
import { SqlParameters } from './sql-parameters.ts'
import { prepared } from './statement-cache.ts'

export interface KeyRow {
  readonly id: number
  readonly value: Column | number
}

/** What of a page was found. `reached`: how far was looked, where that is not the end and not the last row. */
export interface Found {
  readonly rows: readonly KeyRow[]
  readonly reached: KeyRow | null
}

/** Rows with a value come first, in order of value and then id; then those without one, in order of id. */
export type ValuePhase = 'with-value' | 'without-value'

/** Where no more match they are gathered first and then sorted; it is tried for so long, in ms. */
const GATHERED = 5000
const GATHER_MS = 60

type Wanted = Pick<PageRequest, 'filter' | 'sort' | 'newerThan'>

/** All ids that match; null where there are many, or where it takes long to tell. */
export function gatheredIds(
  database: Database,
  extent: SearchExtent,
  { filter, newerThan }: Wanted,
): readonly number[] | null {
  if (newerThan === null && conditionsOf(filter, new SqlParameters()).conditions.length === 0) return null
  const { ids, reached } = matchingIds(database, extent, {
    filter,
    descending: true,
    above: newerThan,
    below: null,
    limit: GATHERED + 1,
    budget: new Budget({ ms: GATHER_MS }),
  })
  return reached === null && ids.length <= GATHERED ? ids : null
}

/** The same rows as `sortedRows`, of these ids. */
export function sortedIds(
  database: Database,
  ids: readonly number[],
  sort: Wanted['sort'],
  phase: ValuePhase,
  after: Position | null,
  limit: number,
): KeyRow[] {
  const parameters = new SqlParameters()
  const from = `json_each(${parameters.add(JSON.stringify(ids))}) j CROSS JOIN reading r ON r.id = j.value`
  return inOrder(database, { from, id: 'r.id', conditions: [], parameters }, sort, phase, after, limit)
}

export function sortedRows(
  database: Database,
  { filter, sort, newerThan }: Wanted,
  phase: ValuePhase,
  after: Position | null,
  limit: number,
): KeyRow[] {
  const parameters = new SqlParameters()
  const { leadingCode, needsRequest, ...sql } = filterToSql(filter, parameters)
  const conditions = [...sql.conditions]
  const id = leadingCode === null ? 'r.id' : 'c.id'
  if (leadingCode !== null) conditions.push(`c.code = ${leadingCode}`)
  if (newerThan !== null) conditions.push(`${id} > ${parameters.add(newerThan)}`)
  const rows = leadingCode === null ? 'reading r' : 'reading_code c CROSS JOIN reading r ON r.id = c.id'
  const joinsRequest = needsRequest && sortToSql(sort.column).join !== REQUEST_JOIN
  const from = `${rows} ${joinsRequest ? REQUEST_JOIN : ''}`
  return inOrder(database, { from, id, conditions, parameters }, sort, phase, after, limit)
}

interface Source {
  readonly from: string
  readonly id: string
  readonly conditions: readonly string[]
  readonly parameters: SqlParameters
}

function inOrder(
  database: Database,
  { from, id, conditions, parameters }: Source,
  by: Wanted['sort'],
  phase: ValuePhase,
  after: Position | null,
  limit: number,
): KeyRow[] {
  const sort = sortToSql(by.column)
  const direction = by.direction === 'ascending' ? 'ASC' : 'DESC'
  const beyond = by.direction === 'ascending' ? '>' : '<'
  const value = phase === 'with-value' ? sort.value : null
  const all = [...conditions]
  if (sort.value !== null) all.push(`${sort.value} IS ${phase === 'with-value' ? 'NOT NULL' : 'NULL'}`)
  if (after !== null) {
    const afterId = parameters.add(after.id)
    if (value === null) all.push(`${id} ${beyond} ${afterId}`)
    else all.push(`(${value}, ${id}) ${beyond} (${parameters.add(after.value ?? null)}, ${afterId})`)
  }
  const order = value === null ? `${id} ${direction}` : `${value} ${direction}, ${id} ${direction}`
  return prepared<typeof parameters.values, KeyRow>(
    database,
    `SELECT ${id} AS id, ${value ?? 'NULL'} AS value FROM ${from} ${sort.join}
     ${all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`}
     ORDER BY ${order} LIMIT ${parameters.add(limit)} + 0`,
  ).all(parameters.values)
}
