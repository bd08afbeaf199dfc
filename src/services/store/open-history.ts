/** Opens the history for writing: looks at it, sets a damaged one aside, brings an older one up to date. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../../core/ports.ts'
import type { Notice } from '../../core/status.ts'
import { backUp } from './backup.ts'
import { APPLICATION_ID, checkFile, type FileState, isBroken } from './file-check.ts'
import { badLogNotice, lostLogNotice } from './log-notices.ts'
import type { Migration } from './migrations/migration.ts'
import { migrate } from './migrations/runner.ts'
import { historyFile } from './paths.ts'
import { readRunningMark } from './running-mark.ts'
import { Salvage } from './salvage.ts'
import { schemaFault } from './schema-check.ts'
import { forgetSearchIndex } from './search-index/remove.ts'
import { setAside, setLogAside } from './set-aside.ts'
import { sqliteCode } from './store-failure.ts'

/** How long a statement waits for another process, such as a running export's clean-up, in ms. */
const BUSY_TIMEOUT_MS = 5000
/** SQLite's number for it. */
const INCREMENTAL = 2

export interface OpenedHistory {
  readonly database: Database.Database
  readonly notices: readonly Notice[]
  /** What is still to be taken over from a damaged history, where there is one. */
  readonly salvage: Salvage | null
  /** Its pages are still to be looked at, while it is in use. */
  readonly isLookDue: boolean
}

export interface OpenOptions {
  readonly migrations: readonly Migration[]
  readonly appVersion: string
  /** Now, in ms since the epoch. */
  readonly at: number
  /** This inspector has had the history open already: a file that its readers still use is not set aside under them. */
  readonly again?: boolean
  /** Nobody uses the file, and this was found to be wrong with it while it was open: it is set aside unlooked. */
  readonly damaged?: string | null
}

/**
 * The caller holds the folder's lock.
 *
 * @throws StoreError `newer-version`, or `io` for a damaged file that was open already.
 */
export function openHistory(folder: string, options: OpenOptions): OpenedHistory {
  if (typeof options.damaged === 'string') return startAnew(folder, options, [], options.damaged)
  const notices: Notice[] = []
  const mark = options.again === true ? null : readRunningMark(folder)
  const hadLog = existsSync(`${historyFile(folder)}-wal`)
  let found = look(folder, options, mark !== null)
  if (found.state === 'newer') throw new StoreError('newer-version', newerSentence(folder, options.appVersion))
  if (found.state === 'bad-log') {
    if (options.again === true) throw new StoreError('io', damagedSentence(folder))
    notices.push(badLogNotice(setLogAside(folder, options.at), found.why, mark))
    found = look(folder, options, mark !== null)
  } else if (mark !== null && !hadLog && found.state === 'sound') {
    notices.push(lostLogNotice(folder, mark))
    forgetSearchIndex(folder)
  }
  if (found.state === 'sound') {
    try {
      const opened = upToDate(folder, options, notices, found)
      const fault = schemaFault(opened.database, options.migrations)
      if (fault === null) return opened
      opened.salvage?.close()
      opened.database.close()
      found = { state: 'damaged', why: fault }
    } catch (error) {
      const code = sqliteCode(error)
      if (code === null || !isBroken(code) || options.again === true) throw error
      // Not all damage shows before it is written to.
      found = { state: 'damaged', why: error instanceof Error ? error.message : code }
    }
  }
  if (found.state !== 'damaged') return upToDate(folder, options, notices, NEW)
  if (options.again === true) throw new StoreError('io', damagedSentence(folder))
  return startAnew(folder, options, notices, found.why)
}

function look(folder: string, { migrations }: OpenOptions, crashed: boolean): FileState {
  return checkFile(folder, { versions: migrations.map(({ version }) => version), crashed })
}

type Found = Pick<Extract<FileState, { state: 'sound' }>, 'version' | 'isLookDue'>

const NEW: Found = { version: 0, isLookDue: false }

/** `version` is the file's, 0 for a new one. */
function upToDate(
  folder: string,
  options: OpenOptions,
  before: readonly Notice[],
  { version: from, isLookDue }: Found,
): OpenedHistory {
  const notices = [...before]
  const latest = Math.max(...options.migrations.map((migration) => migration.version))
  const database = openForWriting(historyFile(folder))
  try {
    if (from > 0 && from < latest) notices.push(backUp(database, folder, from, options))
    migrate(database, options.migrations)
    const salvage = from > 0 ? resumed(database, folder) : null
    return { database, notices, salvage, isLookDue }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Never fails for the damaged file's sake: what arrives next is worth more than what is lost. */
function startAnew(folder: string, options: OpenOptions, before: readonly Notice[], why: string): OpenedHistory {
  const aside = setAside(folder, options.at)
  const { database, notices } = upToDate(folder, options, before, NEW)
  try {
    return { database, notices, salvage: Salvage.begin(database, folder, { aside, why }), isLookDue: false }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const text = `The history was damaged and has been set aside as ${aside}; a new one was started. Nothing could be saved from it.`
    return {
      database,
      notices: [...notices, { severity: 'error', text, detail: `${why}; ${reason}` }],
      salvage: null,
      isLookDue: false,
    }
  }
}

function resumed(database: Database.Database, folder: string): Salvage | null {
  try {
    return Salvage.resume(database, folder)
  } catch {
    return null
  }
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
    // Like the id below it is written to the file each time it is set.
    if (database.pragma('auto_vacuum', { simple: true }) !== INCREMENTAL) database.pragma('auto_vacuum = INCREMENTAL')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    // Mostly there is little left of it by then (log-writer.ts).
    database.pragma('wal_autocheckpoint = 4000')
    // Written to the file each time it is set: one that cannot be brought up to date must stay as it was.
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      database.pragma(`application_id = ${String(APPLICATION_ID)}`)
    }
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
