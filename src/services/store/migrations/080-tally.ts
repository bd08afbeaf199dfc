import type { Migration } from './migration.ts'

/**
 * How many requests came, kept as they come: by minute and by hour, endpoint, kind and verdict. Where there is no endpoint
 * it stands as 0, no verdict as -1, so that they can be part of the key. Counts and histograms then need not look at
 * every row (tally-table.ts).
 */
export const migration080: Migration = {
  version: 80,
  up(database) {
    database.exec(`
      CREATE TABLE tally (
        minute INTEGER NOT NULL,
        endpoint INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        verdict INTEGER NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (minute, endpoint, kind, verdict)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO tally
        SELECT received_at / 60000, coalesce(endpoint, 0), kind, coalesce(verdict, -1), count(*)
        FROM reading GROUP BY 1, 2, 3, 4;

      -- The same by the hour: a month has as many minutes, times what is told apart, as others have requests.
      CREATE TABLE tally_hour (
        hour INTEGER NOT NULL,
        endpoint INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        verdict INTEGER NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (hour, endpoint, kind, verdict)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO tally_hour
        SELECT minute / 60, endpoint, kind, verdict, sum(count) FROM tally GROUP BY 1, 2, 3, 4;
    `)
  },
}
