/** Whether a history has the tables and indexes that its version has. A bit that flips in their text breaks no page. */
import Database from 'better-sqlite3'
import type { Migration } from './migrations/migration.ts'
import { migrate } from './migrations/runner.ts'

interface Part {
  readonly name: string
  readonly sql: string
}

const PARTS = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"

/** Null where all is there as it should be; a sentence's part otherwise. The file is up to date. */
export function schemaFault(database: Database.Database, migrations: readonly Migration[]): string | null {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh, migrations)
    const found = new Map(
      database
        .prepare<[], Part>(PARTS)
        .all()
        .map(({ name, sql }) => [name, sql]),
    )
    const other = fresh
      .prepare<[], Part>(PARTS)
      .all()
      .find(({ name, sql }) => found.get(name) !== sql)
    return other === undefined ? null : `the definition of ${other.name} is not what it should be`
  } finally {
    fresh.close()
  }
}
