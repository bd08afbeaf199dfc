/** The end of an import: what was taken beside the history becomes part of it, in one transaction. */
import type { Database } from 'better-sqlite3'
import type { ArchivedOutage } from '../../core/archive.ts'
import type { EndpointPlan } from './import-endpoints.ts'

/** Tables whose rows belong to a request, `request` first, and those that requests point to. */
const OWNED = [
  'request',
  'reading',
  'reading_code',
  'reply_outcome',
  'request_origin',
  'mark',
  'relayed_reply',
] as const
const SHARED = ['header_set', 'planned_reply'] as const

/** The key here of an endpoint that `t` has by its key there; NULL where there is none. */
const ENDPOINT_HERE =
  '(SELECT e.key FROM staged.endpoint s JOIN main.endpoint e ON e.id = s.id WHERE s.key = t.endpoint)'

/** Must stand around the transaction: SQLite attaches nothing within one. */
export function withStaged<T>(database: Database, file: string, work: () => T): T {
  database.prepare('ATTACH ? AS staged').run(file)
  try {
    return work()
  } finally {
    database.exec('DETACH staged')
  }
}

/** Inside the transaction: moves all rows over, behind those that are there. Answers how many requests they are. */
export function mergeStaged(database: Database): number {
  const offset = {
    id: newestId(database),
    header_set: maxId(database, 'header_set'),
    planned_reply: maxId(database, 'planned_reply'),
  }
  for (const table of SHARED) copyRows(database, table, { id: `id + ${String(offset[table])}` })
  for (const table of OWNED) {
    copyRows(database, table, {
      id: `id + ${String(offset.id)}`,
      // Of a reply that was relayed.
      request: `request + ${String(offset.id)}`,
      header_set: `header_set + ${String(offset.header_set)}`,
      planned_reply: `planned_reply + ${String(offset.planned_reply)}`,
      endpoint: ENDPOINT_HERE,
    })
  }
  addTally(database)
  return database.prepare<[], number>('SELECT count(*) FROM staged.request').pluck().get() ?? 0
}

function addTally(database: Database): void {
  for (const [table, time] of [
    ['tally', 'minute'],
    ['tally_hour', 'hour'],
  ] as const) {
    database.exec(`
      INSERT INTO main.${table} (${time}, endpoint, kind, verdict, count)
      SELECT ${time}, coalesce(${ENDPOINT_HERE}, 0), kind, verdict, sum(count) FROM staged.${table} AS t GROUP BY 1, 2, 3, 4
      ON CONFLICT DO UPDATE SET count = count + excluded.count`)
  }
}

/** Writes what the plan adds and removes. One that was deleted here comes back. */
export function mergeEndpoints(database: Database, { add, remove }: EndpointPlan): void {
  const insert = database.prepare(`
    INSERT INTO main.endpoint (id, name_key, config) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name_key = excluded.name_key, config = excluded.config, deleted = 0`)
  for (const { id, ...config } of add) insert.run(id, config.name.toLowerCase(), JSON.stringify(config))
  const forget = database.prepare('UPDATE main.endpoint SET deleted = 1 WHERE id = ?')
  for (const id of remove) forget.run(id)
}

/** Adds the outages that are not here; one that is here and ended later in the archive gets that end. */
export function mergeOutages(database: Database, outages: readonly ArchivedOutage[]): number {
  const find = database.prepare<[string, number], { id: number }>(
    'SELECT id FROM main.outage WHERE reason = ? AND from_at = ?',
  )
  const extend = database.prepare('UPDATE main.outage SET to_at = max(to_at, ?) WHERE id = ? AND to_at IS NOT NULL')
  const insert = database.prepare('INSERT INTO main.outage (reason, from_at, to_at, why) VALUES (?, ?, ?, ?)')
  let added = 0
  for (const { reason, from, to, why } of outages) {
    const found = find.get(reason, from)
    if (found !== undefined) extend.run(to, found.id)
    else {
      insert.run(reason, from, to, why)
      added += 1
    }
  }
  return added
}

/** Column by column and by name: a table may have columns in another order after migrations of its own. */
function copyRows(database: Database, table: string, changed: Readonly<Record<string, string>>): void {
  const columns = database.prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table)
  const values = columns.map((column) => changed[column] ?? `"${column}"`)
  const order = columns.includes('id') && table !== 'reading_code' ? 'ORDER BY id' : ''
  const names = columns.map((column) => `"${column}"`).join(', ')
  database.exec(`INSERT INTO main.${table} (${names}) SELECT ${values.join(', ')} FROM staged.${table} AS t ${order}`)
}

/** Ids are never used twice, so what counts is the highest that was ever given. */
function newestId(database: Database): number {
  const given = database
    .prepare<[], number>("SELECT seq FROM main.sqlite_sequence WHERE name = 'request'")
    .pluck()
    .get()
  return Math.max(given ?? 0, maxId(database, 'request'))
}

function maxId(database: Database, table: string): number {
  return database.prepare<[], number | null>(`SELECT max(id) FROM main.${table}`).pluck().get() ?? 0
}
