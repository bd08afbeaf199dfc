/** What the database says, as the store's own errors; and those errors in a form that crosses threads. */
import { statfsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError, type StoreErrorCode } from '../../core/ports.ts'

/** Less than the shared memory of a log takes, in bytes. */
const LEAST_ROOM = 64 * 1024

/** A `StoreError` between threads: structured clone would lose its class. */
export interface StoreFailure {
  readonly code: StoreErrorCode
  readonly message: string
  /** Set where the file, its disk or its folder is at fault: a capture would be refused just the same. */
  readonly refuses?: true
  /** Set where the file's content is broken: another attempt would fail just the same. */
  readonly damaged?: true
}

/** A failure that would refuse a capture just the same. */
export class StoreRefusal extends StoreError {}

/** A failure that only another file will end. */
export class StoreDamage extends StoreRefusal {}

export function failureOf(error: unknown, folder: string): StoreFailure {
  if (error instanceof StoreRefusal) return { code: error.code, message: error.message, refuses: true }
  if (error instanceof StoreError) return { code: error.code, message: error.message }
  const code = sqliteCode(error)
  const why = error instanceof Error ? error.message : String(error)
  if (code === null || !ENVIRONMENTAL.test(code)) {
    return { code: 'io', message: `The history in ${folder} could not be read or written: ${why}.` }
  }
  const refuses = true as const
  if (code === 'SQLITE_FULL' || (code.startsWith('SQLITE_IOERR') && hasNoRoom(folder))) {
    return {
      code: 'disk-full',
      message: `The disk that holds ${folder} is full: postbacks are refused until there is space again.`,
      refuses,
    }
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return {
      code: 'io',
      message: `Another program keeps the history in ${folder} locked: nothing is stored until it lets go.`,
      refuses,
    }
  }
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(code)) {
    return {
      code: 'not-writable',
      message: `The history in ${folder} cannot be written to (${why}): nothing is stored until it can.`,
      refuses,
    }
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return {
      code: 'io',
      message: `The disk that holds ${folder} reports an error (${why}, ${code}): nothing is stored until it works again.`,
      refuses,
    }
  }
  const message = `The history in ${folder} could not be read or written: ${why}.`
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code)
    ? { code: 'io', message, refuses, damaged: true }
    : { code: 'io', message, refuses }
}

/** A full disk can look like a broken one: SQLite says so where its shared memory finds no room. */
function hasNoRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < LEAST_ROOM
  } catch {
    return false
  }
}

/** The same for a history that could not even be opened at the start: what to do before the next one. */
export function openFailureOf(error: unknown, folder: string): StoreFailure {
  const failure = failureOf(error, folder)
  if (error instanceof StoreError || failure.refuses !== true) return failure
  const why = error instanceof Error ? error.message : String(error)
  const message =
    failure.code === 'disk-full'
      ? `The disk that holds the data folder ${folder} is full: make room on it or choose another folder, then start again.`
      : `The history in ${folder} cannot be opened (${why}): look at its disk and its permissions or choose another folder, then start again.`
  return { ...failure, message }
}

export function errorOf(failure: StoreFailure): StoreError {
  const { code, message } = failure
  if (failure.damaged === true) return new StoreDamage(code, message)
  return failure.refuses === true ? new StoreRefusal(code, message) : new StoreError(code, message)
}

/** True where the file or disk is at fault, so that trying single rows would fail just the same. */
export function isEnvironmental(error: unknown): boolean {
  const code = sqliteCode(error)
  return error instanceof StoreRefusal || (code !== null && ENVIRONMENTAL.test(code))
}

const ENVIRONMENTAL = /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|BUSY|LOCKED|NOMEM|PROTOCOL)/

/** SQLite's extended result code, null for any other error. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}
