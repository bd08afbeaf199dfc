import type { Migration } from './migration.ts'

/**
 * The first schema. `request` is the truth, as it stood on the wire; `reading` can be made again from it.
 *
 * Columns of type ANY hold text exactly (exact-text.ts). Small columns come before large ones, so that a scan over
 * them does not touch the pages on which large values spill over.
 */
export const migration010: Migration = {
  version: 10,
  up(database) {
    database.exec(`
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      -- Header lists and planned replies repeat almost always: kept once each.
      CREATE TABLE header_set (id INTEGER PRIMARY KEY, content ANY NOT NULL) STRICT;
      CREATE TABLE planned_reply (id INTEGER PRIMARY KEY, content ANY NOT NULL) STRICT;

      CREATE TABLE request (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        received_at INTEGER NOT NULL,
        method ANY,
        http_version TEXT,
        remote_address TEXT,
        remote_port INTEGER,
        body_length INTEGER NOT NULL,
        body_complete INTEGER NOT NULL,
        reply_status INTEGER NOT NULL,
        planned_reply INTEGER NOT NULL,
        rejection_code TEXT,
        header_set INTEGER,
        target ANY,
        headers ANY,
        rejection_bytes BLOB,
        body BLOB
      ) STRICT;

      CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        received_at INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        verdict INTEGER,
        endpoint INTEGER,
        user_id ANY,
        amount_text ANY,
        amount_value TEXT,
        amount_key TEXT,
        transaction_id ANY,
        extras TEXT,
        findings TEXT
      ) STRICT;
      CREATE INDEX reading_by_time ON reading (received_at, kind, verdict);
      CREATE INDEX reading_by_kind ON reading (kind);
      CREATE INDEX reading_by_verdict ON reading (verdict);
      CREATE INDEX reading_by_endpoint ON reading (endpoint);
      CREATE INDEX reading_by_user ON reading (user_id);
      CREATE INDEX reading_by_amount ON reading (amount_key);
      CREATE INDEX reading_by_delivery ON reading (user_id, amount_text, endpoint, transaction_id, received_at DESC);

      CREATE TABLE reading_code (code TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (code, id)) STRICT, WITHOUT ROWID;

      CREATE TABLE reply_outcome (
        id INTEGER PRIMARY KEY,
        sent_at INTEGER,
        sender_gone INTEGER NOT NULL,
        duration_ms INTEGER
      ) STRICT;

      -- Deleted endpoints stay as rows: readings name them until they are made again.
      CREATE TABLE endpoint (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name_key TEXT NOT NULL,
        config TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE memo (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE outage (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reason TEXT NOT NULL,
        from_at INTEGER NOT NULL,
        to_at INTEGER,
        why TEXT NOT NULL
      ) STRICT;
      CREATE INDEX outage_by_time ON outage (from_at);

      -- One row: how far the re-reading of the history has come.
      CREATE TABLE reread (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        running INTEGER NOT NULL,
        cursor INTEGER NOT NULL,
        done INTEGER NOT NULL,
        changed INTEGER NOT NULL
      ) STRICT;
      INSERT INTO reread VALUES (1, 0, 0, 0, 0);
    `)
  },
}
