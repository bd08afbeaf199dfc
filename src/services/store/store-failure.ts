/** What the database says, as the store's own errors; and those errors in a form that crosses threads. */
import Database from 'better-sqlite3'
import { StoreError, type StoreErrorCode } from '../../core/ports.ts'

/** A `StoreError` between threads: structured clone would lose its class. */
export interface StoreFailure {
  readonly code: StoreErrorCode
  readonly message: string
}

export function failureOf(error: unknown, folder: string): StoreFailure {
  if (error instanceof StoreError) return { code: error.code, message: error.message }
  if (sqliteCode(error) === 'SQLITE_FULL') {
    return {
      code: 'disk-full',
      message: `The disk that holds ${folder} is full: postbacks are refused until there is space again.`,
    }
  }
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'io', message: `The history in ${folder} could not be read or written: ${why}.` }
}

export function errorOf(failure: StoreFailure): StoreError {
  return new StoreError(failure.code, failure.message)
}

/** True where the file or disk is at fault, so that trying single rows would fail just the same. */
export function isEnvironmental(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && ENVIRONMENTAL.test(code)
}

const ENVIRONMENTAL = /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|BUSY|LOCKED|NOMEM|PROTOCOL)/

/** SQLite's extended result code, null for any other error. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}
