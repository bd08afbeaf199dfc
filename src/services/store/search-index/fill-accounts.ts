/** What the next requests add to the accounts of their users. */
import type { Database } from 'better-sqlite3'
import { type AccountRow, AccountSums, accountRows, keyOf, type StoredSums, SUMS_COLUMNS } from '../account-sums.ts'
import type { Column } from '../exact-text.ts'
import { historyBounds, readHistory } from './history-bounds.ts'
import { ALL_USERS, NO_USER, readSearchState } from './schema.ts'
import { type Slice, type SliceLimits, SMALL_SLICE } from './slice.ts'

const STORED = `SELECT ${SUMS_COLUMNS} FROM account WHERE user_id = ?`
const STORED_TOTAL = `SELECT ${SUMS_COLUMNS} FROM account_total WHERE whose = ?`
const VALUES = `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?`
const STORE = `INSERT OR REPLACE INTO account (user_id, ${SUMS_COLUMNS}, sum_key) VALUES ${VALUES}, ?)`
const STORE_TOTAL = `INSERT OR REPLACE INTO account_total (whose, ${SUMS_COLUMNS}) VALUES ${VALUES})`

/**
 * Begins anew where the accounts are not of the readings as they are now. `history` may be read-only. Nothing is done
 * while readings change.
 */
export function fillAccounts(history: Database, search: Database, limits: SliceLimits = SMALL_SLICE): Slice {
  const state = readSearchState(search)
  if (state === null) throw new Error('the search index has no state')
  const { rows, of, from, through, end } = readHistory(history, () => {
    const { accounts: of, text: end } = historyBounds(history)
    const from = of === state.accountsOf ? state.accountsThrough : 0
    if (of === null || from >= end) return { rows: [], of, from, through: from, end }
    const through = Math.min(from + limits.rows, end)
    return { rows: [...accountRows(history, from, through)], of, from, through, end }
  })
  if (of !== null && (through > from || of !== state.accountsOf)) {
    search
      .transaction(() => {
        if (of !== state.accountsOf) search.exec('DELETE FROM account; DELETE FROM account_total')
        addRows(search, rows)
        search.prepare('UPDATE state SET accounts_of = ?, accounts_through = ?').run(of, through)
      })
      .immediate()
  }
  return { rows: through - from, through, end }
}

function addRows(search: Database, rows: readonly AccountRow[]): void {
  const stored = search.prepare<[Column], StoredSums>(STORED)
  const storedTotal = search.prepare<[string], StoredSums>(STORED_TOTAL)
  const all = new AccountSums(null, storedTotal.get(ALL_USERS))
  const without = new AccountSums(null, storedTotal.get(NO_USER))
  const users = new Map<string, AccountSums>()
  for (const row of rows) {
    if (row.user_id === null) {
      without.add(row)
      continue
    }
    all.add(row)
    const key = keyOf(row.user_id)
    let sums = users.get(key)
    if (sums === undefined) users.set(key, (sums = new AccountSums(row.user_id, stored.get(row.user_id))))
    sums.add(row)
  }
  const store = search.prepare(STORE)
  for (const sums of users.values()) store.run(sums.userId, ...columnsOf(sums), sums.sumKey)
  const storeTotal = search.prepare(STORE_TOTAL)
  if (all.count > 0) storeTotal.run(ALL_USERS, ...columnsOf(all))
  if (without.count > 0) storeTotal.run(NO_USER, ...columnsOf(without))
}

function columnsOf(sums: AccountSums): readonly (string | number | null)[] {
  const { count, first_seen, last_seen, pass, warn, fail, duplicates, sum, single, not_summed } = sums.toStored()
  return [count, first_seen, last_seen, pass, warn, fail, duplicates, sum, single, not_summed]
}
