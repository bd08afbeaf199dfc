/** Earlier deliveries in the search index, as the writer looks them up. */
import { statSync } from 'node:fs'
import Database, { type Statement } from 'better-sqlite3'
import { searchFile } from '../paths.ts'
import { readSearchState } from './schema.ts'

/** How far the index has come is looked at this often at most, in ms; whether there is one at all, less often. */
const LOOK_EVERY_MS = 100
const TRY_EVERY_MS = 1000
const SAME_FILE_EVERY_MS = 5000
/** Single entries from all over the file: there is little to be kept. */
const CACHE_KIB = 2048
/** Only the newest are compared: more than one matters where the clock was set back. */
export const FOUND = 4

export class DeliveryIndex {
  readonly #folder: string
  readonly #history: string
  #database: Database.Database | null = null
  #newest: Statement<[number, number, number, number, number], number> | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #file = 0
  #fileSeenAt = Number.NEGATIVE_INFINITY
  #generation = -1
  #through = 0

  /** `history` is its `installation_id`. */
  constructor(folder: string, history: string) {
    this.#folder = folder
    this.#history = history
  }

  /** Deliveries up to this id can be found; 0 where the index is of no use for readings of this generation. */
  through(generation: number): number {
    const now = performance.now()
    if (now - this.#lookedAt >= (this.#database === null ? TRY_EVERY_MS : LOOK_EVERY_MS)) {
      this.#lookedAt = now
      this.#look(now)
    }
    return generation === this.#generation ? this.#through : 0
  }

  /**
   * Ids below `before` that arrived in `[from, to]`, those that arrived last first. They only may be the delivery. Null
   * where the index cannot be read: whoever fills it will find the same and begin anew.
   */
  newest(hash: number, from: number, to: number, before: number, most = FOUND): readonly number[] | null {
    try {
      return this.#newest?.all(hash, from, to, before, most) ?? null
    } catch {
      this.close()
      return null
    }
  }

  close(): void {
    this.#database?.close()
    this.#database = null
    this.#newest = null
    this.#through = 0
  }

  #look(now: number): void {
    try {
      if (now - this.#fileSeenAt >= SAME_FILE_EVERY_MS) {
        this.#fileSeenAt = now
        // One that was filled anew is another file under the same name.
        if (this.#database !== null && this.#fileNumber() !== this.#file) this.close()
      }
      if (this.#database === null) this.#open()
      const state = this.#database === null ? null : readSearchState(this.#database)
      const isOurs = state?.history === this.#history
      this.#through = isOurs ? state.keysThrough : 0
      this.#generation = isOurs ? state.generation : -1
    } catch {
      this.close()
    }
  }

  #open(): void {
    const file = searchFile(this.#folder)
    this.#file = this.#fileNumber()
    if (this.#file === 0) return
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 })
    database.pragma(`cache_size = -${String(CACHE_KIB)}`)
    this.#database = database
    this.#newest = database
      .prepare<[number, number, number, number, number], number>(
        `SELECT id FROM delivery_of WHERE delivery = ? AND received_at BETWEEN ? AND ? AND id < ?
         ORDER BY received_at DESC LIMIT CAST(? AS INTEGER)`,
      )
      .pluck()
  }

  /** 0 where there is none. */
  #fileNumber(): number {
    return statSync(searchFile(this.#folder), { throwIfNoEntry: false })?.ino ?? 0
  }
}
