/** Opens the history for writing: looks at it, sets a damaged one aside, brings an older one up to date. */
import Database from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import type { Notice } from '../../core/status.ts'
import { backUp } from './backup.ts'
import { APPLICATION_ID, checkFile } from './file-check.ts'
import type { Migration } from './migrations/migration.ts'
import { migrate } from './migrations/runner.ts'
import { historyFile } from './paths.ts'
import { setAside } from './set-aside.ts'

/** How long a statement waits for another process, such as a running export's clean-up, in ms. */
const BUSY_TIMEOUT_MS = 5000

export interface OpenedHistory {
  readonly database: Database.Database
  readonly notices: readonly Notice[]
}

/**
 * The caller holds the folder's lock. `at` is now, in ms since the epoch. `again` says that this inspector has had
 * the history open already: a file that its readers still use is not set aside under them.
 *
 * @throws StoreError `newer-version`, or `io` for a damaged file that was open already.
 */
export function openHistory(
  folder: string,
  options: { migrations: readonly Migration[]; appVersion: string; at: number; again?: boolean },
): OpenedHistory {
  const notices: Notice[] = []
  const latest = Math.max(...options.migrations.map((migration) => migration.version))
  let found = checkFile(folder)
  if (found.state === 'sound' && found.version > latest) {
    throw new StoreError('newer-version', newerSentence(folder, options.appVersion))
  }
  if (found.state === 'damaged') {
    if (options.again === true) throw new StoreError('io', damagedSentence(folder))
    const aside = setAside(folder, options.at)
    notices.push({
      severity: 'error',
      text: `The history was damaged and has been set aside as ${aside}; a new one was started.`,
      detail: found.why,
    })
    found = { state: 'missing' }
  }
  const database = openForWriting(historyFile(folder))
  try {
    if (found.state === 'sound' && found.version < latest) {
      const copy = backUp(database, folder, found.version, options.at)
      notices.push({
        severity: 'info',
        text: `The history was brought up to date for version ${options.appVersion}; a copy of it as it was is at ${copy}.`,
        detail: null,
      })
    }
    migrate(database, options.migrations)
  } catch (error) {
    database.close()
    throw error
  }
  return { database, notices }
}

function newerSentence(folder: string, appVersion: string): string {
  return `The history in ${folder} was written by a newer version of the inspector than this one (${appVersion}): update the inspector, or use another data folder.`
}

function damagedSentence(folder: string): string {
  return `The history in ${folder} is damaged: start the inspector again, and it sets the file aside and begins a new one.`
}

function openForWriting(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    // The first two only take effect on a new file and before WAL.
    database.pragma('page_size = 8192')
    database.pragma('auto_vacuum = INCREMENTAL')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('wal_autocheckpoint = 2000')
    database.pragma(`application_id = ${String(APPLICATION_ID)}`)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
