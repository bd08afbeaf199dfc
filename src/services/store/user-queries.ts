/** Postbacks added up by user. */
import type { Database } from 'better-sqlite3'
import {
  historyFilterOf,
  type User,
  type UserDetail,
  type UserFilter,
  type UserPageRequest,
  type UserSort,
  type UserTotals,
} from '../../core/users.ts'
import { SUM_KEY } from './account-functions.ts'
import { ACCOUNT_COLUMNS, type AccountRow, AccountSums, DUPLICATE_JOIN, keyOf } from './account-sums.ts'
import { KIND_NUMBERS } from './column-codes.ts'
import { type Column, textFromColumn, textToColumn } from './exact-text.ts'
import { filterToSql } from './filter-sql.ts'
import type { SearchExtent } from './search-attachment.ts'
import { SqlParameters } from './sql-parameters.ts'

const SORT_VALUES: Readonly<Record<UserSort['column'], string | null>> = {
  count: 'count(*)',
  sum: `${SUM_KEY}(r.amount_value)`,
  lastSeen: 'max(r.received_at)',
  userId: null,
}

/** First the ids of the page, by what is compared alone; then everything of these few. */
export function pageOfUsers(database: Database, extent: SearchExtent, request: UserPageRequest): User[] {
  const { filter, sort, offset, limit } = request
  const parameters = new SqlParameters()
  const value = SORT_VALUES[sort.column]
  const direction = sort.direction === 'ascending' ? 'ASC' : 'DESC'
  const order = value === null ? `r.user_id ${direction}` : `${value} ${direction}, r.user_id`
  const ids = database
    .prepare<[Record<string, unknown>], Column>(
      `SELECT r.user_id FROM reading r WHERE ${conditions(filter, parameters)} AND r.user_id IS NOT NULL
       GROUP BY r.user_id ORDER BY ${order} LIMIT ${parameters.add(limit)} OFFSET ${parameters.add(offset)}`,
    )
    .pluck()
    .all(parameters.values)
  const users = new Map(usersByColumn(database, extent, ids, filter).map((user) => [user.userId, user]))
  return ids.flatMap((id) => users.get(textFromColumn(id) ?? '') ?? [])
}

function usersByColumn(database: Database, extent: SearchExtent, ids: readonly Column[], filter: UserFilter): User[] {
  const users = new Map<string, AccountSums>()
  for (const row of rowsOfUsers(database, extent, ids, filter)) {
    if (row.user_id === null) continue
    const key = keyOf(row.user_id)
    let sums = users.get(key)
    if (sums === undefined) users.set(key, (sums = new AccountSums(row.user_id, undefined)))
    sums.add(row)
  }
  return [...users.values()].map((sums) => sums.user())
}

interface UserRow extends AccountRow {
  readonly endpoint_id: string | null
}

/** Postbacks of these users: through the index as far as it goes, and the rows beyond it. */
function rowsOfUsers(
  database: Database,
  extent: SearchExtent,
  ids: readonly Column[],
  filter: UserFilter,
): Iterable<UserRow> {
  if (ids.length === 0) return []
  const parameters = new SqlParameters()
  const users = parameters.list(ids)
  const keys = parameters.add(extent.keys)
  const beyond = `SELECT id, user_id FROM reading WHERE id > ${keys} AND +user_id IN (${users})`
  const indexed = `SELECT s.id, s.user_id FROM search.user_of s WHERE s.user_id IN (${users}) AND s.id <= ${keys}`
  const all = extent.keys === 0 ? beyond : `${indexed} UNION ALL ${beyond}`
  // One that was read anew may have an entry for each of its values: only that of the one it has now counts.
  return database
    .prepare<[Record<string, unknown>], UserRow>(
      `SELECT ${ACCOUNT_COLUMNS}, e.id AS endpoint_id
       FROM (${all}) u CROSS JOIN reading r ON r.id = u.id AND r.user_id = u.user_id
       LEFT JOIN endpoint e ON e.key = r.endpoint AND e.deleted = 0 ${DUPLICATE_JOIN}
       WHERE ${conditions(filter, parameters)}`,
    )
    .iterate(parameters.values)
}

export function totalsOfUsers(database: Database, filter: UserFilter): UserTotals {
  const parameters = new SqlParameters()
  const rows = database.prepare<[Record<string, unknown>], AccountRow>(
    `SELECT ${ACCOUNT_COLUMNS} FROM reading r ${DUPLICATE_JOIN}
     WHERE ${conditions(filter, parameters)} AND still_wanted() = 1`,
  )
  const users = new Set<string>()
  const all = new AccountSums(null, undefined)
  const without = new AccountSums(null, undefined)
  for (const row of rows.iterate(parameters.values)) {
    if (row.user_id !== null) users.add(keyOf(row.user_id))
    const sums = row.user_id === null ? without : all
    sums.add(row)
  }
  return { users: users.size, ...all.account(), withoutUserId: without.account() }
}

/** True where nothing is left out. */
export function isEveryUser({ from, to, endpointIds, userIdContains }: UserFilter): boolean {
  return from === null && to === null && endpointIds.length === 0 && (userIdContains ?? '') === ''
}

/** Null where nothing of this user matches. */
export function detailOfUser(
  database: Database,
  extent: SearchExtent,
  userId: string,
  filter: UserFilter,
): UserDetail | null {
  const all = new AccountSums(textToColumn(userId), undefined)
  const endpoints = new Map<string | null, AccountSums>()
  for (const row of rowsOfUsers(database, extent, [textToColumn(userId)], filter)) {
    all.add(row)
    let sums = endpoints.get(row.endpoint_id)
    if (sums === undefined) endpoints.set(row.endpoint_id, (sums = new AccountSums(null, undefined)))
    sums.add(row)
  }
  if (all.count === 0) return null
  const most = [...endpoints].sort(([, a], [, b]) => b.count - a.count)
  return { ...all.user(), endpoints: most.map(([endpointId, sums]) => ({ endpointId, ...sums.account() })) }
}

/** Of postbacks alone: a HEAD of the same URL credits nobody. The “+” leaves the choice of the index to the rest. */
function conditions(filter: UserFilter, parameters: SqlParameters): string {
  const all = filterToSql(historyFilterOf(filter), parameters).conditions
  return [`+r.kind = ${String(KIND_NUMBERS.postback)}`, ...all].join(' AND ')
}
