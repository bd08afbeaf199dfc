import type { Migration } from './migration.ts'

/** Attempts to hand postbacks on, and the replies that senders got from a backend in place of the planned ones. */
export const migration030: Migration = {
  version: 30,
  up(database) {
    database.exec(`
      CREATE TABLE forward_attempt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        request INTEGER NOT NULL,
        attempt INTEGER NOT NULL,
        mode TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        connect_ms REAL,
        first_byte_ms REAL,
        total_ms REAL NOT NULL,
        remote_address TEXT,
        failure_code TEXT,
        failure_sentence TEXT,
        retry_at INTEGER,
        status INTEGER,
        status_text ANY,
        body_length INTEGER,
        url ANY NOT NULL,
        headers ANY,
        body BLOB
      ) STRICT;
      CREATE UNIQUE INDEX forward_attempt_by_request ON forward_attempt (request, attempt);

      -- Header pairs and body as planned_reply has them. They hardly ever repeat, so they are not shared.
      CREATE TABLE relayed_reply (request INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
    `)
  },
}
