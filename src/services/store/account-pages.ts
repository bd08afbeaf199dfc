/**
 * Every user's account, of all postbacks: what the search index has added up, and what came later besides. A span, an
 * endpoint or a part of an id is added up when it is asked for (user-queries.ts).
 */
import { Buffer } from 'node:buffer'
import type { Database } from 'better-sqlite3'
import type { User, UserSort, UserTotals } from '../../core/users.ts'
import { AccountSums, accountRows, keyOf, type StoredSums, SUMS_COLUMNS } from './account-sums.ts'
import type { Column } from './exact-text.ts'
import type { SearchExtent } from './search-attachment.ts'
import { ALL_USERS, NO_USER } from './search-index/schema.ts'
import { prepared, preparedColumn } from './statement-cache.ts'

/** Rows between two looks at whether an answer is still wanted. */
const ROWS_AT_ONCE = 20_000

type Value = string | number
type UserId = string | Uint8Array

interface Ranked {
  readonly userId: UserId
  readonly value: Value
}

const STORED_VALUES: Readonly<Record<UserSort['column'], string>> = {
  count: 'count',
  sum: 'sum_key',
  lastSeen: 'last_seen',
  userId: '0',
}

/** What `accounts` of the extent do not cover; inside the transaction in which the extent was read. */
class Accounts {
  readonly #database: Database
  readonly #isStored: boolean
  /** Of users of whom something is new: what is stored, and that. */
  readonly changed = new Map<string, AccountSums>()
  readonly all: AccountSums
  readonly without: AccountSums

  constructor(database: Database, { accounts }: SearchExtent) {
    this.#database = database
    this.#isStored = accounts > 0
    this.all = new AccountSums(null, this.#total(ALL_USERS))
    this.without = new AccountSums(null, this.#total(NO_USER))
    const newest = preparedColumn<[], number | null>(database, 'SELECT max(id) FROM reading').get() ?? 0
    for (let after = accounts; after < newest; after += ROWS_AT_ONCE) {
      preparedColumn<[], number>(database, 'SELECT still_wanted()').get()
      this.#take(after, Math.min(after + ROWS_AT_ONCE, newest))
    }
  }

  stored(userId: UserId): StoredSums | undefined {
    if (!this.#isStored) return undefined
    return prepared<[UserId], StoredSums>(
      this.#database,
      `SELECT ${SUMS_COLUMNS} FROM search.account WHERE user_id = ?`,
    ).get(userId)
  }

  /** The first of those that are stored. */
  ranked({ column, direction }: UserSort, count: number): readonly Ranked[] {
    if (!this.#isStored) return []
    const value = STORED_VALUES[column]
    const order = direction === 'ascending' ? 'ASC' : 'DESC'
    return prepared<[number], Ranked>(
      this.#database,
      `SELECT user_id AS userId, ${value} AS value FROM search.account
       ORDER BY ${column === 'userId' ? `user_id ${order}` : `${value} ${order}, user_id`} LIMIT ?`,
    ).all(count)
  }

  users(): number {
    if (!this.#isStored) return this.changed.size
    const stored = preparedColumn<[], number>(this.#database, 'SELECT count(*) FROM search.account').get() ?? 0
    const known = preparedColumn<[Column], number>(this.#database, 'SELECT 1 FROM search.account WHERE user_id = ?')
    return stored + [...this.changed.values()].filter(({ userId }) => known.get(userId) === undefined).length
  }

  #take(after: number, until: number): void {
    for (const row of accountRows(this.#database, after, until)) {
      if (row.user_id === null) {
        this.without.add(row)
        continue
      }
      this.all.add(row)
      const key = keyOf(row.user_id)
      let sums = this.changed.get(key)
      if (sums === undefined) {
        this.changed.set(key, (sums = new AccountSums(row.user_id, this.stored(row.user_id))))
      }
      sums.add(row)
    }
  }

  #total(whose: string): StoredSums | undefined {
    if (!this.#isStored) return undefined
    return prepared<[string], StoredSums>(
      this.#database,
      `SELECT ${SUMS_COLUMNS} FROM search.account_total WHERE whose = ?`,
    ).get(whose)
  }
}

/** Within a transaction that begins with the extent. */
export function pageOfEveryUser(
  database: Database,
  extent: SearchExtent,
  sort: UserSort,
  offset: number,
  limit: number,
): User[] {
  const accounts = new Accounts(database, extent)
  const { changed } = accounts
  // Whoever is not changed stands where it stood, but for the changed ones around it.
  const stored = accounts
    .ranked(sort, offset + limit + changed.size)
    .filter(({ userId }) => !changed.has(keyOf(userId)))
  const all: Ranked[] = [...stored, ...[...changed.values()].map((sums) => rankOf(sums, sort))]
  return all
    .sort(orderOf(sort))
    .slice(offset, offset + limit)
    .map(({ userId }) => changed.get(keyOf(userId)) ?? new AccountSums(userId, accounts.stored(userId)))
    .map((sums) => sums.user())
}

/** Like `pageOfEveryUser`, all of them together. */
export function totalsOfEveryUser(database: Database, extent: SearchExtent): UserTotals {
  const accounts = new Accounts(database, extent)
  return { users: accounts.users(), ...accounts.all.account(), withoutUserId: accounts.without.account() }
}

function rankOf(sums: AccountSums, { column }: UserSort): Ranked {
  const userId = sums.userId ?? ''
  switch (column) {
    case 'count':
      return { userId, value: sums.count }
    case 'sum':
      return { userId, value: sums.sumKey }
    case 'lastSeen':
      return { userId, value: sums.lastSeen }
    case 'userId':
      return { userId, value: 0 }
  }
}

function orderOf({ column, direction }: UserSort): (a: Ranked, b: Ranked) => number {
  const sign = direction === 'ascending' ? 1 : -1
  if (column === 'userId') return (a, b) => sign * compareIds(a.userId, b.userId)
  return (a, b) => (a.value === b.value ? compareIds(a.userId, b.userId) : a.value < b.value ? -sign : sign)
}

const PAIRED = /[\ud800-\udfff]/

/** As SQLite compares: text before bytes, each byte by byte. */
function compareIds(a: UserId, b: UserId): number {
  if (typeof a === 'string' && typeof b === 'string') {
    // Only pairs stand in another order as UTF-16.
    if (!PAIRED.test(a) && !PAIRED.test(b)) return a < b ? -1 : a > b ? 1 : 0
    return Buffer.compare(Buffer.from(a), Buffer.from(b))
  }
  if (typeof a === 'string') return -1
  if (typeof b === 'string') return 1
  return Buffer.compare(a, b)
}
