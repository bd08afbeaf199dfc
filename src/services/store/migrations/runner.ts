import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'

/** The schema's version, 0 for a new file. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/**
 * Brings the file to the newest of the versions given. Each step is a transaction of its own together with its
 * number, so a step that fails leaves the file as the step before it made it, and throws.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const from = versionOf(database)
  const due = migrations.filter((migration) => migration.version > from).sort((a, b) => a.version - b.version)
  for (const migration of due) {
    const step = database.transaction(() => {
      migration.up(database)
      database.pragma(`user_version = ${String(migration.version)}`)
    })
    step.immediate()
  }
}
