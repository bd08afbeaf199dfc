import type { Migration } from './migration.ts'

/**
 * Expectations and what became of them. `met_by` is unique: a postback meets one expectation only, and one that was
 * cleared from the list keeps the postback it took.
 */
export const migration020: Migration = {
  version: 20,
  up(database) {
    database.exec(`
      CREATE TABLE expectation (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        armed_at INTEGER NOT NULL,
        until_at INTEGER NOT NULL,
        running INTEGER NOT NULL,
        cleared INTEGER NOT NULL DEFAULT 0,
        met_by INTEGER UNIQUE,
        expected TEXT NOT NULL,
        outcome TEXT NOT NULL
      ) STRICT;
      CREATE INDEX expectation_by_end ON expectation (until_at);
      CREATE INDEX expectation_running ON expectation (running, seq);
    `)
  },
}
