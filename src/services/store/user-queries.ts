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
import { ACCOUNT_COLUMN, accountFromColumn, DUPLICATE_JOIN, SUM_KEY } from './account-functions.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
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

interface UserRow {
  readonly user_id: Column
  readonly first_seen: number
  readonly last_seen: number
  readonly pass: number
  readonly warn: number
  readonly fail: number
  readonly account: string
}

const verdictCount = (verdict: keyof typeof VERDICT_NUMBERS): string =>
  `sum(r.verdict = ${String(VERDICT_NUMBERS[verdict])}) AS ${verdict}`
const USER_COLUMNS = `r.user_id, min(r.received_at) AS first_seen, max(r.received_at) AS last_seen,
  ${verdictCount('pass')}, ${verdictCount('warn')}, ${verdictCount('fail')}, ${ACCOUNT_COLUMN}`

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
  if (ids.length === 0) return []
  const parameters = new SqlParameters()
  return database
    .prepare<[Record<string, unknown>], UserRow>(
      `SELECT ${USER_COLUMNS} FROM ${rowsOfUsers(extent, ids, parameters)} ${DUPLICATE_JOIN}
       WHERE ${conditions(filter, parameters)} GROUP BY r.user_id`,
    )
    .all(parameters.values)
    .map(userFromRow)
}

/** Readings `r` of these users: through the index as far as it goes, and the rows beyond it. */
function rowsOfUsers(extent: SearchExtent, ids: readonly Column[], parameters: SqlParameters): string {
  const users = parameters.list(ids)
  const keys = parameters.add(extent.keys)
  const beyond = `SELECT id FROM reading WHERE id > ${keys} AND +user_id IN (${users})`
  const indexed = `SELECT s.id FROM search.user_of s CROSS JOIN reading o ON o.id = s.id
    WHERE s.user_id IN (${users}) AND s.id <= ${keys} AND o.user_id = s.user_id`
  const all = extent.keys === 0 ? beyond : `${indexed} UNION ALL ${beyond}`
  return `(${all}) u CROSS JOIN reading r ON r.id = u.id`
}

function userFromRow(row: UserRow): User {
  return {
    userId: textFromColumn(row.user_id) ?? '',
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    verdicts: { pass: row.pass, warn: row.warn, fail: row.fail },
    ...accountFromColumn(row.account),
  }
}

export function totalsOfUsers(database: Database, filter: UserFilter): UserTotals {
  const account = (whose: string): UserTotals['withoutUserId'] => {
    const parameters = new SqlParameters()
    const found = database
      .prepare<[Record<string, unknown>], string>(
        `SELECT ${ACCOUNT_COLUMN} FROM reading r ${DUPLICATE_JOIN} WHERE ${conditions(filter, parameters)} AND ${whose}`,
      )
      .pluck()
      .get(parameters.values)
    return accountFromColumn(found ?? '')
  }
  const parameters = new SqlParameters()
  const users = database
    .prepare<[Record<string, unknown>], number>(
      `SELECT count(DISTINCT r.user_id) FROM reading r WHERE ${conditions(filter, parameters)}`,
    )
    .pluck()
    .get(parameters.values)
  return { users: users ?? 0, ...account('+r.user_id IS NOT NULL'), withoutUserId: account('r.user_id IS NULL') }
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
  const [user] = usersByColumn(database, extent, [textToColumn(userId)], filter)
  if (user === undefined) return null
  const parameters = new SqlParameters()
  const endpoints = database
    .prepare<[Record<string, unknown>], { endpoint_id: string | null; account: string }>(
      `SELECT e.id AS endpoint_id, ${ACCOUNT_COLUMN}
       FROM ${rowsOfUsers(extent, [textToColumn(userId)], parameters)}
       LEFT JOIN endpoint e ON e.key = r.endpoint AND e.deleted = 0 ${DUPLICATE_JOIN}
       WHERE ${conditions(filter, parameters)}
       GROUP BY e.id ORDER BY count(*) DESC`,
    )
    .all(parameters.values)
  return {
    ...user,
    endpoints: endpoints.map((row) => ({ endpointId: row.endpoint_id, ...accountFromColumn(row.account) })),
  }
}

/** Of postbacks alone: a HEAD of the same URL credits nobody. The “+” leaves the choice of the index to the rest. */
function conditions(filter: UserFilter, parameters: SqlParameters): string {
  const all = filterToSql(historyFilterOf(filter), parameters).conditions
  return [`+r.kind = ${String(KIND_NUMBERS.postback)}`, ...all].join(' AND ')
}
