/** Looks at the history's file before anything writes to it. */
import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { versionOf } from './migrations/runner.ts'
import { historyFile } from './paths.ts'
import { sqliteCode } from './store-failure.ts'

/** SQLite's `application_id` of a history: “ADJP”. */
export const APPLICATION_ID = 0x41444a50

/** Above this size the full check only follows a start after a crash: it reads every page. */
const ALWAYS_CHECKED_BYTES = 512 * 1024 * 1024

export type FileState =
  | { readonly state: 'missing' }
  | { readonly state: 'sound'; readonly version: number }
  | { readonly state: 'damaged'; readonly why: string }

/**
 * Opens the file read-only, so that one from a newer version stays as it is.
 *
 * @throws what SQLite throws where the file cannot be read at all.
 */
export function checkFile(folder: string): FileState {
  const file = historyFile(folder)
  if (!existsSync(file) || statSync(file).size === 0) return { state: 'missing' }
  let database: Database.Database | null = null
  try {
    database = openToLook(file)
    return look(database, file)
  } catch (error) {
    const code = sqliteCode(error)
    if (code === null || !/^SQLITE_(NOTADB|CORRUPT|FORMAT|ERROR)/.test(code)) throw error
    return { state: 'damaged', why: error instanceof Error ? error.message : code }
  } finally {
    database?.close()
  }
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

function look(database: Database.Database, file: string): FileState {
  const version = versionOf(database)
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  // A crash between making the file and filling it leaves a database with nothing in it.
  if (version === 0 && tables === 0) return { state: 'missing' }
  if (Number(database.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    return { state: 'damaged', why: 'it is no history of this inspector' }
  }
  if (statSync(file).size <= ALWAYS_CHECKED_BYTES || !endedCleanly(database)) {
    const verdict = String(database.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') return { state: 'damaged', why: verdict.replaceAll('\n', ' ') }
  }
  return { state: 'sound', version }
}

/** The name in `meta` that is set by a clean end and taken away at every start. */
export const CLEAN_END = 'clean_end'

function endedCleanly(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM meta WHERE name = ?').get(CLEAN_END) !== undefined
}
