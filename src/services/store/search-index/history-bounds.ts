/** How far the index may come, by what the history says of itself. */
import type { Database } from 'better-sqlite3'
import { readMeta } from '../meta-table.ts'

export interface HistoryBounds {
  readonly history: string
  readonly generation: number
  /** What can be read of a damaged history is being taken over into this one. */
  readonly salvaging: boolean
  /** Requests up to this id have readings of that generation. */
  readonly keys: number
  /** Requests up to this id are all there. */
  readonly text: number
  /** Names the readings as they are: they have not changed while it is the same. Null while they change. */
  readonly accounts: string | null
}

/** Of the database in which it is asked; one row, or none while readings change or go, or others still come in below. */
export const READINGS_NAME = `SELECT coalesce((SELECT value FROM meta WHERE name = 'reading_generation'), '0') || ' '
    || coalesce((SELECT value FROM meta WHERE name = 'tally_edits'), '0')
  FROM reread WHERE running = 0 AND NOT EXISTS (SELECT 1 FROM meta WHERE name = 'salvage')
    AND NOT EXISTS (SELECT 1 FROM removal WHERE state = 'running')`

/** Inside the transaction in which the rows are read. */
export function historyBounds(history: Database): HistoryBounds {
  const id = readMeta(history, 'installation_id') ?? ''
  const generation = Number(readMeta(history, 'reading_generation') ?? '0')
  // Requests saved from a damaged history come in any order, below others: nothing is complete before the end.
  if (readMeta(history, 'salvage') !== null) {
    return { history: id, generation, salvaging: true, keys: 0, text: 0, accounts: null }
  }
  const newest = history.prepare<[], number | null>('SELECT max(id) FROM request').pluck().get() ?? 0
  const reread = history.prepare<[], { running: number; cursor: number }>('SELECT running, cursor FROM reread').get()
  const keys = reread?.running === 1 ? Math.min(reread.cursor, newest) : newest
  const accounts = history.prepare<[], string>(READINGS_NAME).pluck().get() ?? null
  return { history: id, generation, salvaging: false, keys, text: newest, accounts }
}

/** The history could not be read: the index is not to blame. */
export class HistoryUnread extends Error {
  override readonly name = 'HistoryUnread'
}

/** Reads from one state of the history. @throws HistoryUnread */
export function readHistory<T>(history: Database, read: () => T): T {
  try {
    return history.transaction(read)()
  } catch (error) {
    throw new HistoryUnread(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
