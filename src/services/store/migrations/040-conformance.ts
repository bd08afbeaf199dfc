import type { Migration } from './migration.ts'

/** The latest runs of the conformance check, each a JSON text (`conformanceRunSchema`). */
export const migration040: Migration = {
  version: 40,
  up(database) {
    database.exec(`
      CREATE TABLE conformance_run (
        id TEXT PRIMARY KEY,
        started_at INTEGER NOT NULL,
        head TEXT NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX conformance_run_by_time ON conformance_run (started_at DESC);
    `)
  },
}
