/**
 * Brings what the history's log holds into its file, beside the writer: a commit that finds the log full does it itself, and
 * captures wait for that.
 */
import Database from 'better-sqlite3'
import { historyFile } from './paths.ts'

/** So often at most, in ms. */
const EVERY_MS = 250
/** It only moves pages, from one file to the other. */
const CACHE_KIB = 64

export class LogWriter {
  readonly #folder: string
  #database: Database.Database | null = null
  #at = Number.NEGATIVE_INFINITY

  constructor(folder: string) {
    this.#folder = folder
  }

  /** After captures. Never throws: what is not done here the writer does. */
  write(): void {
    const now = performance.now()
    if (now - this.#at < EVERY_MS) return
    this.#at = now
    try {
      this.#database ??= open(this.#folder)
      // PASSIVE: as far as nobody reads what was before.
      this.#database.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      this.close()
    }
  }

  close(): void {
    this.#database?.close()
    this.#database = null
  }
}

function open(folder: string): Database.Database {
  const database = new Database(historyFile(folder), { fileMustExist: true, timeout: 0 })
  database.pragma(`cache_size = -${String(CACHE_KIB)}`)
  return database
}
