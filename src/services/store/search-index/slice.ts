/** What the two fillings have in common: a slice is one look at the history and one transaction on the index. */
import type { Database } from 'better-sqlite3'

export interface SliceLimits {
  readonly rows: number
  /** Of what is read at once, roughly. */
  readonly bytes: number
  readonly ms: number
}

export interface Slice {
  /** How many requests it took in. */
  readonly rows: number
  /** Up to where the index is complete now. */
  readonly through: number
  /** Where the history ended for it. */
  readonly end: number
}

export const SMALL_SLICE: SliceLimits = { rows: 1000, bytes: 2 * 1024 * 1024, ms: 30 }
/** For catching up. */
export const LARGE_SLICE: SliceLimits = { rows: 10_000, bytes: 16 * 1024 * 1024, ms: 250 }

/** By this the history is known again (open.ts). */
export function noteLast(search: Database, id: number, receivedAt: number): void {
  search.prepare('UPDATE state SET last_id = ?, last_received_at = ? WHERE last_id < ?').run(id, receivedAt, id)
}
