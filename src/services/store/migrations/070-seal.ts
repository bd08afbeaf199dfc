import type { Migration } from './migration.ts'

/**
 * Checksums of each request (request-seal.ts): SQLite has none of its own, so that a flipped bit in a text would pass for
 * the truth when a damaged history is salvaged. Requests from before have none.
 */
export const migration070: Migration = {
  version: 70,
  up(database) {
    database.exec(`
      ALTER TABLE request ADD COLUMN seal INTEGER;
      ALTER TABLE request ADD COLUMN shared_seal INTEGER;
    `)
  },
}
