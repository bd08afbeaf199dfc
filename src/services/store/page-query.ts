/** Keyset pages of ids: where the last page ended, the next begins; rows are never counted off. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { Page, PageRequest } from '../../core/ports.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import type { Column } from './exact-text.ts'
import { filterToSql } from './filter-sql.ts'
import { REQUEST_JOIN, type SortSql, sortToSql } from './sort-sql.ts'
import { SqlParameters } from './sql-parameters.ts'

interface KeyRow {
  readonly id: number
  readonly value: Column | number
}

/** Rows with a value come first, in order of value and then id; then those without one, in order of id. */
type Phase = 'with-value' | 'without-value'

/** @throws StoreError `bad-cursor`. */
export function pageOfIds(database: Database, request: PageRequest): Page<number> {
  const { filter, limit } = request
  const sort = sortToSql(request.sort.column)
  const position = startOf(database, request, sort)
  // One more than asked for tells whether there is a next page.
  const wanted = limit + 1
  const rows: KeyRow[] = []
  if (sort.value !== null && position?.value !== null)
    rows.push(...keyRows(database, request, 'with-value', position, wanted))
  if (rows.length < wanted) {
    const after = position?.value === null || sort.value === null ? position : null
    rows.push(...keyRows(database, request, 'without-value', after, wanted - rows.length))
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map((row) => row.id),
    next: last === undefined ? null : writeCursor(filter, request.sort, last.id, last.value),
  }
}

function startOf(database: Database, request: PageRequest, sort: SortSql): Position | null {
  if (request.cursor === null) return null
  const position = readCursor(request.filter, request.sort, request.cursor)
  if (position.value !== undefined || sort.value === null) return position
  const value = database
    .prepare<[number], string | number | Uint8Array | null>(
      `SELECT ${sort.value} FROM reading r ${sort.join} WHERE r.id = ?`,
    )
    .pluck()
    .get(position.id)
  return { id: position.id, value: value ?? null }
}

function keyRows(
  database: Database,
  request: PageRequest,
  phase: Phase,
  after: Position | null,
  limit: number,
): KeyRow[] {
  const parameters = new SqlParameters()
  const sort = sortToSql(request.sort.column)
  const filter = filterToSql(request.filter, parameters)
  const conditions = [...filter.conditions]
  const id = filter.leadingCode === null ? 'r.id' : 'c.id'
  const direction = request.sort.direction === 'ascending' ? 'ASC' : 'DESC'
  const beyond = request.sort.direction === 'ascending' ? '>' : '<'
  if (filter.leadingCode !== null) conditions.push(`c.code = ${filter.leadingCode}`)
  if (request.newerThan !== null) conditions.push(`${id} > ${parameters.add(request.newerThan)}`)

  const value = phase === 'with-value' ? sort.value : null
  if (sort.value !== null) conditions.push(`${sort.value} IS ${phase === 'with-value' ? 'NOT NULL' : 'NULL'}`)
  if (after !== null) {
    const afterId = parameters.add(after.id)
    if (value === null) conditions.push(`${id} ${beyond} ${afterId}`)
    else conditions.push(`(${value}, ${id}) ${beyond} (${parameters.add(after.value ?? null)}, ${afterId})`)
  }
  const from = filter.leadingCode === null ? 'reading r' : 'reading_code c CROSS JOIN reading r ON r.id = c.id'
  const needsRequest = filter.needsRequest && sort.join !== REQUEST_JOIN
  const order = value === null ? `${id} ${direction}` : `${value} ${direction}, ${id} ${direction}`
  return database
    .prepare<[Record<string, unknown>], KeyRow>(
      `SELECT ${id} AS id, ${value ?? 'NULL'} AS value
       FROM ${from} ${sort.join} ${needsRequest ? REQUEST_JOIN : ''}
       ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
       ORDER BY ${order} LIMIT ${parameters.add(limit)}`,
    )
    .all(parameters.values)
}

/** Ids that match in `(after, until]`, in order of arrival. */
export function idsAfter(
  database: Database,
  filter: PostbackFilter,
  after: number,
  until: number,
  limit: number,
): number[] {
  const request: PageRequest = {
    filter,
    sort: { column: 'received', direction: 'ascending' },
    cursor: null,
    newerThan: after,
    limit,
  }
  const rows = keyRows(database, request, 'without-value', null, limit)
  return rows.map((row) => row.id).filter((id) => id <= until)
}
