/** Reads the stored history again after a mapping changed: in slices, resumable, and never in a capture's way. */
import type { Database, Statement } from 'better-sqlite3'
import type { RereadProgress } from '../../core/status.ts'
import { type BatchTables, readSafely } from './commit-batch.ts'
import type { DeliveryMemory } from './delivery-memory.ts'
import { type Column, textFromColumn, wireFromColumn } from './exact-text.ts'
import { readMeta, writeMeta } from './meta-table.ts'
import { OWN_READING_COLUMNS, type OwnReadingRow } from './reading-table.ts'
import { sharedParts } from './shared-parts.ts'

/** A slice ends after this many rows or this long, whichever comes first. */
const SLICE_ROWS = 5000
const SLICE_MS = 8
/** Rows fetched at once. */
const FETCHED_ROWS = 200

interface State {
  readonly running: number
  readonly cursor: number
  readonly done: number
  readonly changed: number
}

/** What a reading is made of, and the reading as it stands. Of a body, which few have, only whether it is there. */
interface Row extends OwnReadingRow {
  readonly id: number
  readonly received_at: number
  readonly method: Column
  readonly target: Column
  readonly body_length: number
  readonly rejection_code: string | null
  readonly header_set: number | null
  readonly headers: Column
}

const ROWS = `SELECT q.id, q.received_at, q.method, q.target, q.body_length, q.rejection_code, q.header_set, q.headers,
  ${OWN_READING_COLUMNS} FROM request q JOIN reading r ON r.id = q.id WHERE q.id > ? ORDER BY q.id LIMIT ?`

const NO_BYTES = new Uint8Array(0)

export class Reread {
  readonly #database: Database
  readonly #tables: BatchTables
  readonly #rows: Statement<[number, number], Row>
  readonly #body: Statement<[number], Uint8Array | null>
  readonly #readState: Statement<[], State>
  readonly #writeState: Statement
  readonly #count: Statement<[], number>
  #progress: RereadProgress
  #cursor: number
  #generation: number
  /** The deliveries up to the cursor; null while nothing is read again. */
  #memory: DeliveryMemory | null = null

  constructor(database: Database, tables: BatchTables) {
    this.#database = database
    this.#tables = tables
    this.#rows = database.prepare(ROWS)
    this.#body = database.prepare<[number], Uint8Array | null>('SELECT body FROM request WHERE id = ?').pluck()
    this.#readState = database.prepare('SELECT running, cursor, done, changed FROM reread')
    this.#writeState = database.prepare('UPDATE reread SET running = ?, cursor = ?, done = ?, changed = ?')
    // Readings are as many as requests, and this index is the smallest of all.
    this.#count = database.prepare<[], number>('SELECT count(*) FROM reading').pluck()
    this.#generation = generationOf(database)
    const state = this.#readState.get()
    this.#cursor = state?.cursor ?? 0
    this.#progress =
      state?.running === 1
        ? { state: 'running', done: state.done, total: this.#total(state.done), changed: state.changed }
        : { state: 'idle', done: 0, total: 0, changed: 0 }
  }

  /** Grows with each change after which stored readings are made anew. */
  get generation(): number {
    return this.#generation
  }

  progress(): RereadProgress {
    return this.#progress
  }

  /** Starts over with the endpoints as they are now. Inside the transaction that changes them. */
  begin(): void {
    this.#writeState.run(1, 0, 0, 0)
    writeMeta(this.#database, 'reading_generation', String(generationOf(this.#database) + 1))
  }

  /** After that transaction. */
  begun(): void {
    this.#generation = generationOf(this.#database)
    this.#cursor = 0
    this.#memory = null
    this.#progress = { state: 'running', done: 0, total: this.#total(0), changed: 0 }
  }

  /**
   * Reads the next slice again, oldest first, so that a possible duplicate finds the earlier one already read.
   * What arrives meanwhile is read again as well, for it was compared with readings of the old mapping.
   */
  slice(): void {
    this.#memory ??= this.#tables.duplicates.remember(this.#cursor)
    const memory = this.#memory
    // Nothing is lost with the last slices where the power fails: the cursor goes with them, and the truth stays.
    this.#database.pragma('synchronous = NORMAL')
    try {
      const next = this.#database
        .transaction(() => this.#tables.readings.tally.keep(() => this.#readSlice(memory)))
        .immediate()
      this.#cursor = next.cursor
      this.#progress = next.progress
      if (next.progress.state !== 'done') return
      this.#tables.duplicates.adopt(memory)
      this.#memory = null
    } catch (error) {
      // It may know what was rolled back.
      this.#memory = null
      throw error
    } finally {
      this.#database.pragma('synchronous = FULL')
    }
  }

  #readSlice(memory: DeliveryMemory): { cursor: number; progress: RereadProgress } {
    const end = performance.now() + SLICE_MS
    let cursor = this.#cursor
    let { done, changed } = this.#progress
    let atEnd = false
    for (let rows = 0; rows < SLICE_ROWS && !atEnd && performance.now() < end; ) {
      const fetched = this.#rows.all(cursor, FETCHED_ROWS)
      atEnd = fetched.length < FETCHED_ROWS
      for (const row of fetched) {
        if (this.#readAgain(row, memory)) changed++
        cursor = row.id
      }
      rows += fetched.length
      done += fetched.length
    }
    this.#writeState.run(atEnd ? 0 : 1, cursor, done, changed)
    const total = atEnd ? done : Math.max(done, this.#progress.total)
    return { cursor, progress: { state: atEnd ? 'done' : 'running', done, total, changed } }
  }

  #readAgain(row: Row, memory: DeliveryMemory): boolean {
    const { endpoints, duplicates, readings } = this.#tables
    const request = {
      receivedAt: row.received_at,
      remoteAddress: null,
      remotePort: null,
      httpVersion: null,
      method: textFromColumn(row.method),
      target: wireFromColumn(row.target),
      rawHeaders: sharedParts(this.#database).headers(row.header_set, row.headers),
      body: row.body_length === 0 ? NO_BYTES : (this.#body.get(row.id) ?? NO_BYTES),
      bodyLength: row.body_length,
      bodyComplete: true,
      rejection: row.rejection_code === null ? null : { code: row.rejection_code, firstBytes: NO_BYTES },
    }
    const reading = duplicates.complete(readSafely(request, endpoints), row.id, row.received_at, memory)
    return readings.replace(row.id, request, row, reading, endpoints.keyOf(reading.endpointId))
  }

  #total(done: number): number {
    return Math.max(done, this.#count.get() ?? 0)
  }
}

function generationOf(database: Database): number {
  return Number(readMeta(database, 'reading_generation') ?? 0)
}
