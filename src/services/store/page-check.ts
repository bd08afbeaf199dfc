/** Every page of a history, looked at by SQLite. */
import type { Database } from 'better-sqlite3'

/**
 * What is wrong with the pages of a history, null where nothing is. Table by table, so that it can be stopped between them;
 * what belongs to none is the list of free pages (freelist.ts).
 */
export function faultOf(database: Database, isStopping: () => boolean): string | null {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .pluck()
    .all()
  for (const table of ['sqlite_schema', ...tables]) {
    if (isStopping()) return null
    const verdict = String(database.pragma(`quick_check('${table}')`, { simple: true }))
    if (verdict !== 'ok') return verdict.replaceAll('\n', ' ')
  }
  return null
}
