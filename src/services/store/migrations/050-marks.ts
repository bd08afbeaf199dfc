import type { Migration } from './migration.ts'

/** What users put to stored requests. A row stands only where something is marked. `note` holds exact text. */
export const migration050: Migration = {
  version: 50,
  up(database) {
    database.exec(`
      CREATE TABLE mark (
        id INTEGER PRIMARY KEY REFERENCES request (id) ON DELETE CASCADE,
        pinned INTEGER NOT NULL,
        colour TEXT,
        note ANY
      ) STRICT;
    `)
  },
}
