import type { Migration } from './migration.ts'

/**
 * The indexes whose entries come in no order move into the search index (search-index/schema.ts), which is filled
 * behind: kept up to date with each commit they cost eight times as much as all the rest of a capture once a million
 * requests are stored.
 */
export const migration090: Migration = {
  version: 90,
  up(database) {
    database.exec(`
      DROP INDEX reading_by_user;
      DROP INDEX reading_by_amount;
      DROP INDEX reading_by_delivery;
    `)
  },
}
