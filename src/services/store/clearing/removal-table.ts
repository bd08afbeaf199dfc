/** What was removed and when, to its rows and back. */
import type { Database } from 'better-sqlite3'
import { type Removal, type RemovalRequest, removalSchema, removalSelectionSchema } from '../../../core/clearing.ts'
import type { RemovalUnderWay } from './calls.ts'

interface RemovalRow {
  readonly id: number
  readonly cause: string
  readonly what: string
  readonly state: string
  readonly total: number
  readonly removed: number
  readonly started_at: number
  readonly ended_at: number | null
  readonly first_id: number | null
  readonly last_id: number | null
  readonly first_at: number | null
  readonly last_at: number | null
}

/** Runs of the rule within this span are told as one, in ms: it has something to do every few minutes. */
const ONE_RECORD_MS = 24 * 60 * 60_000

export function beginRemoval(
  database: Database,
  { selection, cause, what }: RemovalRequest,
  total: number,
  at: number,
): RemovalUnderWay {
  const before = cause === 'retention' ? sameRule(database, what, at) : undefined
  if (before === undefined) {
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO removal (cause, what, selection, state, total, started_at) VALUES (?, ?, ?, 'running', ?, ?)`,
      )
      .run(cause, what, JSON.stringify(selection), total, at)
    return { id: Number(lastInsertRowid), cause, what, selection, total, removed: 0 }
  }
  database
    .prepare(`UPDATE removal SET selection = ?, state = 'running', total = removed + ?, ended_at = NULL WHERE id = ?`)
    .run(JSON.stringify(selection), total, before.id)
  return { id: before.id, cause, what, selection, total: before.removed + total, removed: before.removed }
}

function sameRule(database: Database, what: string, at: number): { id: number; removed: number } | undefined {
  return database
    .prepare<[string, number, number], { id: number; removed: number }>(
      `SELECT id, removed FROM removal
       WHERE cause = 'retention' AND what = ? AND state = 'done' AND started_at > ? AND started_at <= ?
       ORDER BY id DESC LIMIT 1`,
    )
    .get(what, at - ONE_RECORD_MS, at)
}

export function endRemoval(database: Database, id: number, state: 'done' | 'stopped', at: number): void {
  database
    .prepare(`UPDATE removal SET state = ?, selection = NULL, ended_at = ? WHERE id = ? AND state = 'running'`)
    .run(state, at, id)
}

/** The one that a quit or a crash broke off; null where there is none, or where it cannot be read any more. */
export function removalUnderWay(database: Database): RemovalUnderWay | null {
  const row = database
    .prepare<[], RemovalRow & { selection: string | null }>(
      `SELECT * FROM removal WHERE state = 'running' ORDER BY id LIMIT 1`,
    )
    .get()
  if (row === undefined) return null
  const selection = removalSelectionSchema.safeParse(JSON.parse(row.selection ?? 'null'))
  if (!selection.success) return null
  const { id, cause, what } = removalFromRow(row)
  return { id, cause, what, selection: selection.data, total: row.total, removed: row.removed }
}

/** The newest first. */
export function latestRemovals(database: Database, limit: number): Removal[] {
  return database
    .prepare<[number], RemovalRow>('SELECT * FROM removal ORDER BY id DESC LIMIT ?')
    .all(limit)
    .map(removalFromRow)
}

/** Whether a row of a damaged history reads as a removal. @throws ZodError or SyntaxError where it does not. */
export function readsAsRemoval(row: object): boolean {
  const removal = removalFromRow(row as RemovalRow)
  const { selection } = row as { readonly selection?: unknown }
  if (removal.state !== 'running') return selection === null
  return typeof selection === 'string' && removalSelectionSchema.safeParse(JSON.parse(selection)).success
}

function removalFromRow(row: RemovalRow): Removal {
  return removalSchema.parse({
    id: row.id,
    cause: row.cause,
    what: row.what,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    removed: row.removed,
    firstId: row.first_id,
    lastId: row.last_id,
    from: row.first_at,
    to: row.last_at,
  })
}
