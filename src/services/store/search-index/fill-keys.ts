/** The next user ids, amounts and deliveries of the history into the index. */
import type { Database } from 'better-sqlite3'
import { KIND_NUMBERS } from '../column-codes.ts'
import { deliveryHash } from '../delivery-hash.ts'
import type { Column } from '../exact-text.ts'
import { searchableText } from './document.ts'
import { historyBounds, readHistory } from './history-bounds.ts'
import { readSearchState } from './schema.ts'
import { noteLast, type Slice, type SliceLimits, SMALL_SLICE } from './slice.ts'

type Value = string | Uint8Array
type Row = [
  id: number,
  receivedAt: number,
  kind: number,
  userId: Column,
  amountText: Column,
  amountKey: string | null,
  endpoint: number | null,
  transactionId: Column,
]

const ROWS = `SELECT id, received_at, kind, user_id, amount_text, amount_key, endpoint, transaction_id
  FROM reading WHERE id > ? AND id <= ? ORDER BY id LIMIT ?`

/**
 * Takes the next readings in, and begins anew where the history's readings are of another generation. `history` may be
 * read-only. The slice's time is only looked at while rows are read: they are few enough.
 */
export function fillKeys(history: Database, search: Database, limits: SliceLimits = SMALL_SLICE): Slice {
  const state = readSearchState(search)
  if (state === null) throw new Error('the search index has no state')
  const { rows, bounds, from, through } = readHistory(history, () => {
    const bounds = historyBounds(history)
    const from = bounds.generation === state.generation ? state.keysThrough : 0
    const { rows, through } = readRows(history, from, bounds.keys, limits)
    return { rows, bounds, from, through }
  })
  if (through > from || bounds.generation !== state.generation) {
    search
      .transaction(() => {
        insertUsers(search, rows)
        insertAmounts(search, rows)
        insertDeliveries(search, rows)
        search.prepare('UPDATE state SET generation = ?, keys_through = ?').run(bounds.generation, through)
        const last = rows.at(-1)
        if (last !== undefined) noteLast(search, last[0], last[1])
      })
      .immediate()
  }
  return { rows: rows.length, through, end: bounds.keys }
}

function readRows(
  history: Database,
  from: number,
  to: number,
  limits: SliceLimits,
): { rows: readonly Row[]; through: number } {
  const rows: Row[] = []
  if (to <= from) return { rows, through: from }
  const until = performance.now() + limits.ms
  let bytes = 0
  for (const row of history.prepare<[number, number, number], Row>(ROWS).raw().iterate(from, to, limits.rows)) {
    rows.push(row)
    bytes += (row[3]?.length ?? 0) + (row[4]?.length ?? 0) + (row[7]?.length ?? 0)
    if (bytes >= limits.bytes || performance.now() >= until) return { rows, through: row[0] }
  }
  const last = rows.at(-1)
  return { rows, through: last !== undefined && rows.length === limits.rows ? last[0] : to }
}

function insertUsers(search: Database, rows: readonly Row[]): void {
  const entries: [Value, number][] = []
  const users = new Map<string, Value>()
  for (const { 0: id, 3: userId } of rows) {
    if (userId === null) continue
    entries.push([userId, id])
    users.set(typeof userId === 'string' ? userId : `\0${Buffer.from(userId).toString('latin1')}`, userId)
  }
  const insert = search.prepare('INSERT OR IGNORE INTO user_of (user_id, id) VALUES (?, ?)')
  for (const entry of entries.sort(([a, i], [b, j]) => compareValues(a, b) || i - j)) insert.run(entry)
  const insertUser = search.prepare('INSERT OR IGNORE INTO user (user_id, folded) VALUES (?, ?)')
  for (const userId of [...users.values()].sort(compareValues)) {
    insertUser.run(userId, searchableText(userId).toLowerCase())
  }
}

function insertAmounts(search: Database, rows: readonly Row[]): void {
  const entries: [string, number][] = []
  for (const { 0: id, 5: amountKey } of rows) if (amountKey !== null) entries.push([amountKey, id])
  const insert = search.prepare('INSERT OR IGNORE INTO amount_of (amount_key, id) VALUES (?, ?)')
  for (const entry of entries.sort(([a, i], [b, j]) => compareValues(a, b) || i - j)) insert.run(entry)
}

function insertDeliveries(search: Database, rows: readonly Row[]): void {
  const entries: [hash: number, receivedAt: number, id: number][] = []
  for (const [id, receivedAt, kind, userId, amountText, , endpoint, transactionId] of rows) {
    if (kind !== KIND_NUMBERS.postback) continue
    const delivery = { userId, amountText, endpoint }
    entries.push([deliveryHash({ ...delivery, transactionId }), receivedAt, id])
    if (transactionId !== null) entries.push([deliveryHash({ ...delivery, transactionId: undefined }), receivedAt, id])
  }
  const insert = search.prepare('INSERT OR IGNORE INTO delivery_of (delivery, received_at, id) VALUES (?, ?, ?)')
  for (const entry of entries.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])) insert.run(entry)
}

/** Near enough to the order of the index: entries that lie side by side there come one after the other. */
function compareValues(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'string') return -1
  return typeof b === 'string' ? 1 : Buffer.compare(a, b)
}
