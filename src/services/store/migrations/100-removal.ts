import type { Migration } from './migration.ts'

/**
 * What was removed from the history, when and why. `selection` (`RemovalSelection` as JSON) is there as long as the removal
 * runs, so that it goes on after a crash. Ids of requests are never given again (AUTOINCREMENT), so that what names one that
 * is gone never names another.
 */
export const migration100: Migration = {
  version: 100,
  up(database) {
    database.exec(`
      CREATE TABLE removal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        cause TEXT NOT NULL,
        what TEXT NOT NULL,
        selection TEXT,
        state TEXT NOT NULL,
        total INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        first_id INTEGER,
        last_id INTEGER,
        first_at INTEGER,
        last_at INTEGER
      ) STRICT;
    `)
  },
}
