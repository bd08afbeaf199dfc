/** Histories of every earlier version, made by that version's own tables, with a row in each of them. */
import Database from 'better-sqlite3'
import { MIGRATIONS } from '../../src/services/store/migrations/all.ts'
import { migrate } from '../../src/services/store/migrations/runner.ts'

const AT = 1_767_323_045_678

/** What was put into each table, as that version would have. */
const ROWS: readonly { readonly since: number; readonly sql: string }[] = [
  {
    since: 10,
    sql: `
      INSERT INTO meta VALUES ('installation_id', '2f1d1a52-7d0c-4c63-9a56-0f5d3f4f2d11');
      INSERT INTO header_set VALUES (1, CAST('Host: a.test' || char(13, 10) AS BLOB));
      INSERT INTO planned_reply VALUES (1, '[[["Content-Type","text/plain"]],"1",0]');
      INSERT INTO request (id, received_at, method, http_version, remote_address, remote_port, body_length,
        body_complete, reply_status, planned_reply, header_set, target, body)
      SELECT value, ${String(AT)} + value, 'GET', '1.1', '127.0.0.1', 5000, 2, 1, 200, 1, 1,
        CAST('/hitpoint?user_id=u_' || value || '&reward_amount=1.50' AS BLOB), x'C3BC' FROM generate_series(1, 300);
      INSERT INTO reading (id, received_at, kind, verdict, endpoint, user_id, amount_text, amount_value, findings)
      SELECT id, received_at, 0, 1, 1, 'u_' || id, '1.50', '1.5', NULL FROM request;
      INSERT INTO reading_code VALUES ('some-code', 1);
      INSERT INTO reply_outcome SELECT id, received_at + 3, 0, 3 FROM request;
      INSERT INTO endpoint (id, name_key, config) VALUES ('e1', 'mine', '{"name":"Mine","path":"/hitpoint"}');
      INSERT INTO setting VALUES ('screen', '{"theme":"dark"}');
      INSERT INTO memo VALUES ('tunnel-name', 'a-name');
      INSERT INTO outage (reason, from_at, to_at, why) VALUES ('off', 5, 6, 'It was off.');`,
  },
  {
    since: 20,
    sql: `INSERT INTO expectation (id, armed_at, until_at, running, expected, outcome) VALUES ('x1', 1, 2, 0, '{}', '{}');`,
  },
  {
    since: 30,
    sql: `
      INSERT INTO forward_attempt (request, attempt, mode, started_at, total_ms, url) VALUES (1, 1, 'observe', 9, 1.5, x'61');
      INSERT INTO relayed_reply VALUES (2, '[[],"theirs"]');`,
  },
  { since: 40, sql: `INSERT INTO conformance_run VALUES ('c1', 7, '{}', '{}');` },
  { since: 50, sql: `INSERT INTO mark VALUES (1, 1, 'red', 'note');` },
  { since: 60, sql: `INSERT INTO request_origin VALUES (3, 'other', 30, ${String(AT + 3)});` },
  {
    since: 80,
    sql: `
      INSERT INTO tally SELECT received_at / 60000, endpoint, kind, verdict, count(*) FROM reading GROUP BY 1, 2, 3, 4;
      INSERT INTO tally_hour SELECT received_at / 3600000, endpoint, kind, verdict, count(*) FROM reading GROUP BY 1, 2, 3, 4;`,
  },
  {
    since: 100,
    sql: `INSERT INTO removal (cause, what, state, total, started_at) VALUES ('by-hand', 'All requests', 'done', 0, 1);`,
  },
]

export function makeOlderHistory(file: string, version: number): void {
  const database = new Database(file)
  try {
    database.pragma('page_size = 8192')
    database.pragma('auto_vacuum = INCREMENTAL')
    database.pragma('journal_mode = WAL')
    database.pragma(`application_id = ${String(0x41444a50)}`)
    migrate(
      database,
      MIGRATIONS.filter((migration) => migration.version <= version),
    )
    for (const { since, sql } of ROWS) if (since <= version) database.exec(withSeries(sql))
  } finally {
    database.close()
  }
}

/** Not every SQLite has `generate_series`. */
function withSeries(sql: string): string {
  return sql.replace(
    'generate_series(1, 300)',
    '(WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 300) SELECT value FROM n)',
  )
}

/** Every row of every table, by the names of the columns that it had. */
export function allRowsOf(file: string, columnsOf: ReadonlyMap<string, readonly string[]>): Record<string, unknown[]> {
  const database = new Database(file, { readonly: true })
  try {
    const rows = [...columnsOf].map(([table, columns]) => [
      table,
      database.prepare(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${table} ORDER BY 1, 2`).all(),
    ])
    return Object.fromEntries(rows) as Record<string, unknown[]>
  } finally {
    database.close()
  }
}

export function columnsOfAll(file: string): Map<string, string[]> {
  const database = new Database(file, { readonly: true })
  try {
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    const names = database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
    return new Map(tables.map((table) => [table, names.all(table)]))
  } finally {
    database.close()
  }
}
