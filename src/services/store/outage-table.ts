import type { Database } from 'better-sqlite3'
import { type Outage, outageSchema } from '../../core/status.ts'

interface OutageRow {
  readonly id: number
  readonly reason: string
  readonly from_at: number
  readonly to_at: number | null
  readonly why: string
}

/** Those that touch `[from, to)`, oldest first. One that still lasts touches all that comes after its start. */
export function readOutages(database: Database, from: number, to: number): Outage[] {
  const rows = database
    .prepare<[number, number], OutageRow>(
      `SELECT id, reason, from_at, to_at, why FROM outage
       WHERE from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY from_at, id`,
    )
    .all(to, from)
  return rows.map((row) =>
    outageSchema.parse({ id: row.id, reason: row.reason, from: row.from_at, to: row.to_at, why: row.why }),
  )
}

export function writeOutage(database: Database, outage: Omit<Outage, 'id'>): Outage {
  const result = database
    .prepare('INSERT INTO outage (reason, from_at, to_at, why) VALUES (?, ?, ?, ?)')
    .run(outage.reason, outage.from, outage.to, outage.why)
  return { id: Number(result.lastInsertRowid), ...outage }
}

/** Ends an outage; one that has ended already keeps its end. Answers false where there is none of this id. */
export function endOutage(database: Database, id: number, to: number): boolean {
  const found = database.prepare('SELECT 1 FROM outage WHERE id = ?').get(id) !== undefined
  database.prepare('UPDATE outage SET to_at = max(from_at, ?) WHERE id = ? AND to_at IS NULL').run(to, id)
  return found
}

/**
 * At a start: what was still open when the inspector ended closes when it was last alive, and the time since is an
 * outage of its own. Null where this history has never been alive before.
 */
export function settleOutages(database: Database, lastAliveAt: number | null, now: number): void {
  if (lastAliveAt === null) return
  settleSince(database, lastSign(database, lastAliveAt, now), now)
}

/** What was stored after the last note of being alive is a sign of life too: a span that is off holds no arrival. */
function lastSign(database: Database, lastAliveAt: number, now: number): number {
  // By the readings: they have an index by time, and the requests are too many to look at each at a start.
  const newest = database
    .prepare<[number, number], number>(
      `SELECT r.received_at FROM reading r INDEXED BY reading_by_time WHERE r.received_at > ? AND r.received_at <= ?
       AND NOT EXISTS (SELECT 1 FROM request_origin f WHERE f.id = r.id) ORDER BY r.received_at DESC LIMIT 1`,
    )
    .pluck()
    .get(lastAliveAt, now)
  const begun = database
    .prepare<[number], number | null>('SELECT max(from_at) FROM outage WHERE to_at IS NULL AND from_at <= ?')
    .pluck()
    .get(now)
  return Math.max(lastAliveAt, newest ?? lastAliveAt, begun ?? lastAliveAt)
}

function settleSince(database: Database, lastAliveAt: number, now: number): void {
  database.prepare('UPDATE outage SET to_at = max(from_at, ?) WHERE to_at IS NULL').run(lastAliveAt)
  // A clock that was set back says nothing about how long it was.
  if (now <= lastAliveAt) return
  writeOutage(database, { reason: 'off', from: lastAliveAt, to: now, why: 'The inspector was not running.' })
}
