import type { Database } from 'better-sqlite3'

/**
 * What the history knows of itself; `room` is only there while it is tried whether there is any, and
 * `reading_generation` grows with each change after which stored readings are made anew (search-index/schema.ts),
 * `tally_edits` with each that changes or removes stored readings (tally-table.ts). `search_stale` is how many requests were
 * removed since the search index was last begun anew for that.
 */
export type MetaName =
  | 'installation_id'
  | 'last_alive_at'
  | 'clean_end'
  | 'room'
  | 'salvage'
  | 'reading_generation'
  | 'tally_edits'
  | 'search_stale'

export function readMeta(database: Database, name: MetaName): string | null {
  return database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name) ?? null
}

/** Null takes the entry away. */
export function writeMeta(database: Database, name: MetaName, value: string | null): void {
  if (value === null) database.prepare('DELETE FROM meta WHERE name = ?').run(name)
  else database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run(name, value)
}
