/** One inspector a folder. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import { lockFile } from './paths.ts'
import { sqliteCode } from './store-failure.ts'

export interface FolderLock {
  release(): void
}

/**
 * Makes the folder where it is missing and takes it for this process. The lock is SQLite's own exclusive file
 * lock, which the system drops with the process, however that ends.
 *
 * @throws StoreError `not-writable` or `in-use`, naming the folder.
 */
export function lockFolder(folder: string): FolderLock {
  let database: Database.Database
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK)
    database = new Database(lockFile(folder), { timeout: 0 })
  } catch (error) {
    throw notWritable(folder, error)
  }
  try {
    // Kept in memory: a lock must not leave a journal behind that looks like a crash.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const code = sqliteCode(error)
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
      throw new StoreError('in-use', `Another inspector is already using the data folder ${folder}: close it first.`)
    }
    throw notWritable(folder, error)
  }
  return {
    release() {
      database.close()
    },
  }
}

function notWritable(folder: string, error: unknown): StoreError {
  const why = error instanceof Error ? error.message : String(error)
  return new StoreError(
    'not-writable',
    `The data folder ${folder} cannot be written to (${why}): choose another folder or change its permissions.`,
  )
}
