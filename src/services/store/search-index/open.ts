/** Opens the index for filling: one that does not fit its history, or cannot be read, is thrown away and begun anew. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { historyFile, searchFile } from '../paths.ts'
import { sqliteCode } from '../store-failure.ts'
import { HistoryUnread, historyBounds, readHistory } from './history-bounds.ts'
import { removeSearchIndex } from './remove.ts'
import { readSearchState, SEARCH_SCHEMA, SEARCH_VERSION } from './schema.ts'

/** How long a statement waits for another connection, in ms. Nobody else writes. */
const BUSY_TIMEOUT_MS = 1000
/** `ERROR`: a table that should be there is none, or another one. */
const BROKEN = /^SQLITE_(CORRUPT|NOTADB|ERROR)/

export interface OpenedIndex {
  readonly history: Database.Database
  readonly search: Database.Database
  readonly close: () => void
}

/** The history is only read. @throws where there is no history, or the disk does not let the index be. */
export function openSearchIndex(folder: string): OpenedIndex {
  const history = new Database(historyFile(folder), { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    // It is read once, from its beginning to its end.
    history.pragma('cache_size = -2000')
    const search = openFitting(folder, history)
    return {
      history,
      search,
      close: () => {
        history.close()
        closeWhole(search)
      },
    }
  } catch (error) {
    history.close()
    throw error
  }
}

/** True where the index is broken, rather than its disk full or its file locked. */
export function isDamage(error: unknown): boolean {
  return BROKEN.test(sqliteCode(error) ?? '')
}

function openFitting(folder: string, history: Database.Database): Database.Database {
  if (existsSync(searchFile(folder))) {
    let search: Database.Database | null = null
    try {
      search = open(folder)
      if (fits(search, history)) return search
    } catch (error) {
      if (error instanceof HistoryUnread || !isDamage(error)) {
        search?.close()
        throw error
      }
    }
    search?.close()
    removeSearchIndex(folder)
  }
  const search = open(folder)
  try {
    create(search, readHistory(history, () => historyBounds(history)).history)
    return search
  } catch (error) {
    search.close()
    throw error
  }
}

function open(folder: string): Database.Database {
  const search = new Database(searchFile(folder), { timeout: BUSY_TIMEOUT_MS })
  try {
    // The first takes effect on a new file only.
    search.pragma('page_size = 8192')
    search.pragma('journal_mode = WAL')
    // What the last moments before a power failure took in is taken in once more.
    search.pragma('synchronous = NORMAL')
    search.pragma('cache_size = -32000')
    return search
  } catch (error) {
    search.close()
    throw error
  }
}

/** Others may have it open still, so that its log would stay. */
function closeWhole(search: Database.Database): void {
  try {
    search.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // What is in the log is read from there the next time.
  } finally {
    search.close()
  }
}

function create(search: Database.Database, history: string): void {
  search
    .transaction(() => {
      search.exec(SEARCH_SCHEMA)
      // One large slice is written in one piece, and so needs to be merged less often.
      search.exec("INSERT INTO text (text, rank) VALUES ('hashsize', 4194304)")
      search.prepare('INSERT INTO state VALUES (1, ?, 0, 0, 0, 0, NULL, 0, 0)').run(history)
      search.pragma(`user_version = ${String(SEARCH_VERSION)}`)
    })
    .immediate()
}

function fits(search: Database.Database, history: Database.Database): boolean {
  if (search.pragma('user_version', { simple: true }) !== SEARCH_VERSION) return false
  const state = readSearchState(search)
  const last = search.prepare<[], [number, number]>('SELECT last_id, last_received_at FROM state').raw().get()
  if (state === null || last === undefined) return false
  const through = Math.max(state.keysThrough, state.textThrough, state.accountsThrough)
  return readHistory(history, () => {
    const { history: id, salvaging } = historyBounds(history)
    // What is saved from a damaged history comes below what was taken in.
    if (state.history !== id || (salvaging && through > 0)) return false
    return through <= newestGiven(history) && isSame(history, last)
  })
}

/** Ids are never given twice: a history that has not come as far as the index is not the one that was read. */
function newestGiven(history: Database.Database): number {
  return history.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'request'").pluck().get() ?? 0
}

/** False where the request that was taken in last is another one now, as where a copy from before was put back. */
function isSame(history: Database.Database, [id, receivedAt]: [number, number]): boolean {
  const found = history.prepare<[number], number>('SELECT received_at FROM request WHERE id = ?').pluck().get(id)
  return found === undefined || found === receivedAt
}
