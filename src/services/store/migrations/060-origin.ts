import type { Migration } from './migration.ts'

/**
 * Where an imported request first arrived: the installation and its id there. Requests that arrived here have no row.
 * The time is part of it: a copied data folder has the same installation's id and gives the same ids to other requests.
 */
export const migration060: Migration = {
  version: 60,
  up(database) {
    database.exec(`
      CREATE TABLE request_origin (
        id INTEGER PRIMARY KEY,
        installation TEXT NOT NULL,
        origin_id INTEGER NOT NULL,
        received_at INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX request_origin_once ON request_origin (installation, origin_id, received_at);
    `)
  },
}
