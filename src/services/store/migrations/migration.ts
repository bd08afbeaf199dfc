import type { Database } from 'better-sqlite3'

/** One step of the schema. Numbered with gaps of ten; never edited once released. Runs inside a transaction. */
export interface Migration {
  readonly version: number
  up(database: Database): void
}
