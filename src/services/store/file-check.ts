/** Looks at the history's file before anything writes to it. */
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { readHeader } from './file-header.ts'
import { isForeignLog } from './foreign-log.ts'
import { freelistFault } from './freelist.ts'
import { versionOf } from './migrations/runner.ts'
import { historyFile } from './paths.ts'
import { lookAtWal } from './salvage-wal.ts'
import { sqliteCode } from './store-failure.ts'

/** SQLite's `application_id` of a history: “ADJP”. */
export const APPLICATION_ID = 0x41444a50

/** Up to this size every page is looked at before the start goes on; of a larger file behind it (background-check.ts). */
const CHECKED_AT_ONCE_BYTES = 16 * 1024 * 1024
/**
 * Above this size every page is only looked at after a crash. What would have been found after a clean end shows when a page
 * is read, and is dealt with then; such an end leaves a note that the next start looks closely.
 */
const ALWAYS_CHECKED_BYTES = 512 * 1024 * 1024

export type FileState =
  | { readonly state: 'missing' }
  /** `isLookDue`: its pages are still to be looked at, while it is in use. */
  | { readonly state: 'sound'; readonly version: number; readonly isLookDue: boolean }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'damaged'; readonly why: string }
  /** The write-ahead log must go before SQLite sees it; then look again. */
  | { readonly state: 'bad-log'; readonly why: string }

export interface CheckOptions {
  /** The versions that this program knows. */
  readonly versions: readonly number[]
  /** The inspector before this one did not come to its end. */
  readonly crashed?: boolean
}

/**
 * What is of a newer version is recognised without SQLite and stays as it is to the last byte; all else is opened
 * read-only.
 *
 * @throws what SQLite throws where the file cannot be read at all.
 */
export function checkFile(folder: string, { versions, crashed = false }: CheckOptions): FileState {
  const file = historyFile(folder)
  const found = kindOf(file)
  if (found === 'other') return { state: 'damaged', why: 'something that is no file stands in its place' }
  const header = readHeader(file)
  if (header?.applicationId === APPLICATION_ID && isNewer(header.version, versions)) {
    return { state: 'newer', version: header.version }
  }
  const log = lookAtWal(`${file}-wal`)
  if (log.state === 'damaged') return { state: 'damaged', why: 'its write-ahead log is damaged' }
  if (found === 0 && (log.pages.size > 0 || crashed)) {
    return { state: 'damaged', why: 'its file is empty or gone' }
  }
  if (log.state === 'unreadable') return { state: 'bad-log', why: 'it cannot be read' }
  if (log.pages.size > 0 && isForeignLog(folder, APPLICATION_ID)) {
    return { state: 'bad-log', why: 'it belongs to another database' }
  }
  if (found === 0) return { state: 'missing' }
  if (header !== null && !header.isWhole) return { state: 'damaged', why: 'its first page is damaged' }
  return checkWithSqlite(file, versions)
}

/**
 * Versions have gaps of ten, so no later one is a single bit away from one that is known: such a number is a flipped
 * bit. Every other higher number is left alone, as whoever wrote it may read it again.
 */
function isNewer(version: number, versions: readonly number[]): boolean {
  return version > Math.max(...versions) && !versions.some((known) => isPowerOfTwo((known ^ version) >>> 0))
}

function isPowerOfTwo(number: number): boolean {
  return number > 0 && (number & (number - 1)) === 0
}

function kindOf(file: string): 'other' | number {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? 0 : found.isFile() ? found.size : 'other'
}

function checkWithSqlite(file: string, versions: readonly number[]): FileState {
  let database: Database.Database | null = null
  try {
    database = openToLook(file)
    return look(database, file, versions)
  } catch (error) {
    const code = sqliteCode(error)
    if (code === null || !isDamage(code)) throw error
    return { state: 'damaged', why: error instanceof Error ? error.message : code }
  } finally {
    database?.close()
  }
}

/** Where the file's content is at fault, whatever was asked of it. */
export function isBroken(code: string): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(code)
}

/** The same for the few simple questions that are asked here: a table that is missing is damage too. */
function isDamage(code: string): boolean {
  return /^SQLITE_(NOTADB|CORRUPT|FORMAT|ERROR)/.test(code)
}

/** A file that a crash left half-made needs writing before it can be read at all. */
function openToLook(file: string): Database.Database {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    versionOf(database)
    return database
  } catch (error) {
    database.close()
    if (!/^SQLITE_(READONLY|CANTOPEN)/.test(sqliteCode(error) ?? '')) throw error
    return new Database(file, { fileMustExist: true, timeout: 5000 })
  }
}

function look(database: Database.Database, file: string, versions: readonly number[]): FileState {
  const version = versionOf(database)
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  // A crash between making the file and filling it leaves a database with nothing in it.
  if (version === 0 && tables === 0) return { state: 'missing' }
  if (Number(database.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    return { state: 'damaged', why: 'it is no history of this inspector' }
  }
  if (!versions.includes(version)) return { state: 'damaged', why: 'its version is none that there ever was' }
  const { size } = statSync(file)
  if (size > CHECKED_AT_ONCE_BYTES) {
    const hasFree = Number(database.pragma('freelist_count', { simple: true })) > 0
    const fault = hasFree ? freelistFault(file) : null
    if (fault !== null) return { state: 'damaged', why: fault }
    return { state: 'sound', version, isLookDue: size <= ALWAYS_CHECKED_BYTES || !endedCleanly(database) }
  }
  const verdict = String(database.pragma('quick_check(1)', { simple: true }))
  if (verdict !== 'ok') return { state: 'damaged', why: verdict.replaceAll('\n', ' ') }
  return { state: 'sound', version, isLookDue: false }
}

/** The name in `meta` that is set by a clean end and taken away at every start. */
export const CLEAN_END = 'clean_end'

function endedCleanly(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM meta WHERE name = ?').get(CLEAN_END) !== undefined
}
