/** Reads the stored history again after a mapping changed: in slices, resumable, and never in a capture's way. */
import type { Database, Statement } from 'better-sqlite3'
import type { RereadProgress } from '../../core/status.ts'
import { type BatchTables, readSafely } from './commit-batch.ts'
import { READING_COLUMNS, type ReadingRow } from './reading-table.ts'
import { REQUEST_COLUMNS, REQUEST_TABLES, type RequestRow, requestFromRow } from './request-table.ts'

/** A slice ends after this many rows or this long, whichever comes first. */
const SLICE_ROWS = 500
const SLICE_MS = 5
/** Rows fetched at once: their bodies are in memory together. */
const FETCHED_ROWS = 25

interface State {
  readonly running: number
  readonly cursor: number
  readonly done: number
  readonly changed: number
}

export class Reread {
  readonly #database: Database
  readonly #tables: BatchTables
  readonly #rows: Statement<[number, number], RequestRow & ReadingRow>
  readonly #readState: Statement<[], State>
  readonly #writeState: Statement
  readonly #count: Statement<[], number>
  #progress: RereadProgress
  #cursor: number

  constructor(database: Database, tables: BatchTables) {
    this.#database = database
    this.#tables = tables
    this.#rows = database.prepare(`
      SELECT ${REQUEST_COLUMNS}, ${READING_COLUMNS}
      FROM ${REQUEST_TABLES} JOIN reading r ON r.id = q.id LEFT JOIN endpoint e ON e.key = r.endpoint
      WHERE q.id > ? ORDER BY q.id LIMIT ?`)
    this.#readState = database.prepare('SELECT running, cursor, done, changed FROM reread')
    this.#writeState = database.prepare('UPDATE reread SET running = ?, cursor = ?, done = ?, changed = ?')
    // Readings are as many as requests, and this index is the smallest of all.
    this.#count = database.prepare<[], number>('SELECT count(*) FROM reading').pluck()
    const state = this.#readState.get()
    this.#cursor = state?.cursor ?? 0
    this.#progress =
      state?.running === 1
        ? { state: 'running', done: state.done, total: this.#total(state.done), changed: state.changed }
        : { state: 'idle', done: 0, total: 0, changed: 0 }
  }

  progress(): RereadProgress {
    return this.#progress
  }

  /** Starts over with the endpoints as they are now. Inside the transaction that changes them. */
  begin(): void {
    this.#writeState.run(1, 0, 0, 0)
  }

  /** After that transaction. */
  begun(): void {
    this.#cursor = 0
    this.#progress = { state: 'running', done: 0, total: this.#total(0), changed: 0 }
  }

  /**
   * Reads the next slice again, oldest first, so that a possible duplicate finds the earlier one already read.
   * What arrives meanwhile is read again as well, for it was compared with readings of the old mapping.
   */
  slice(): void {
    // Nothing is lost with the last slices where the power fails: the cursor goes with them, and the truth stays.
    this.#database.pragma('synchronous = NORMAL')
    try {
      const next = this.#database.transaction(() => this.#readSlice()).immediate()
      this.#cursor = next.cursor
      this.#progress = next.progress
    } finally {
      this.#database.pragma('synchronous = FULL')
    }
  }

  #readSlice(): { cursor: number; progress: RereadProgress } {
    const end = performance.now() + SLICE_MS
    let cursor = this.#cursor
    let { done, changed } = this.#progress
    let atEnd = false
    for (let rows = 0; rows < SLICE_ROWS && !atEnd && performance.now() < end; ) {
      const fetched = this.#rows.all(cursor, FETCHED_ROWS)
      atEnd = fetched.length < FETCHED_ROWS
      for (const row of fetched) {
        if (this.#readAgain(row)) changed++
        cursor = row.id
      }
      rows += fetched.length
      done += fetched.length
    }
    this.#writeState.run(atEnd ? 0 : 1, cursor, done, changed)
    const total = atEnd ? done : Math.max(done, this.#progress.total)
    return { cursor, progress: { state: atEnd ? 'done' : 'running', done, total, changed } }
  }

  #readAgain(row: RequestRow & ReadingRow): boolean {
    const { endpoints, duplicates, readings } = this.#tables
    const reading = duplicates.complete(readSafely(requestFromRow(row), endpoints), row.id, row.received_at)
    return readings.replace(row.id, row, reading, endpoints.keyOf(reading.endpointId))
  }

  #total(done: number): number {
    return Math.max(done, this.#count.get() ?? 0)
  }
}
