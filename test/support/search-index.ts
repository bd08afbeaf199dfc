/** A look at a folder's search index, whoever fills it. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { historyFile, searchFile } from '../../src/services/store/paths.ts'
import { readSearchState, type SearchState } from '../../src/services/store/search-index/schema.ts'

/** Null where there is none yet, or none that can be read. */
export function searchState(folder: string): SearchState | null {
  if (!existsSync(searchFile(folder))) return null
  try {
    return withDatabase(searchFile(folder), (search) => readSearchState(search))
  } catch {
    return null
  }
}

/** Readings whose user, amount, delivery or text the index would not lead to, though it says that it would. */
export function missingEntries(folder: string): number {
  return withDatabase(searchFile(folder), (search) => {
    search.prepare('ATTACH ? AS history').run(historyFile(folder))
    const count = (sql: string): number => search.prepare<[], number>(sql).pluck().get() ?? -1
    const readings = 'FROM history.reading r, state WHERE r.id <= state.keys_through'
    return (
      count(`SELECT count(*) ${readings} AND r.user_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM user_of u WHERE u.user_id = r.user_id AND u.id = r.id)`) +
      count(`SELECT count(*) ${readings} AND r.user_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM user u WHERE u.user_id = r.user_id)`) +
      count(`SELECT count(*) ${readings} AND r.amount_key IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM amount_of a WHERE a.amount_key = r.amount_key AND a.id = r.id)`) +
      count(`SELECT count(*) ${readings} AND r.kind = 0 AND r.id NOT IN (SELECT id FROM delivery_of)`)
    )
  })
}

/** How many documents of the text index hold all of these trigrams. */
export function documentsWith(folder: string, trigrams: readonly string[]): number {
  const match = trigrams.map((trigram) => `"${trigram}"`).join(' AND ')
  return withDatabase(
    searchFile(folder),
    (search) =>
      search.prepare<[string], number>('SELECT count(*) FROM text WHERE text MATCH ?').pluck().get(match) ?? 0,
  )
}

function withDatabase<T>(file: string, look: (database: Database.Database) => T): T {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    return look(database)
  } finally {
    database.close()
  }
}
