/** Takes requests out of the history, as the writer does it: a few at a time, each slice a transaction of its own. */
import type { Database, Statement } from 'better-sqlite3'
import type { RemovalRequest } from '../../../core/clearing.ts'
import type { BatchTables } from '../commit-batch.ts'
import { readMeta, writeMeta } from '../meta-table.ts'
import type { OwnReadingRow } from '../reading-table.ts'
import type { RemovalUnderWay, RemovedSlice, UnusedHeaders } from './calls.ts'
import { beginRemoval, endRemoval, removalUnderWay } from './removal-table.ts'
import { removeUnusedHeaders } from './unused-headers.ts'

/** A slice takes no further request after this long, in ms: a capture may be waiting. */
const SLICE_MS = 3

/** What has a row of its own for a request, beside the request and its reading. Marks keep it from being removed at all. */
const BELONGING = [
  ['reply_outcome', 'id'],
  ['relayed_reply', 'request'],
  ['forward_attempt', 'request'],
  ['request_origin', 'id'],
] as const

type Standing = Pick<OwnReadingRow, 'received_at' | 'kind' | 'verdict' | 'endpoint' | 'findings'> & {
  readonly marked: number
}

export class RequestRemoval {
  readonly #database: Database
  readonly #tables: BatchTables
  readonly #find: Statement<[number], Standing>
  readonly #belonging: readonly Statement<[number]>[]
  readonly #note: Statement

  constructor(database: Database, tables: BatchTables) {
    this.#database = database
    this.#tables = tables
    this.#find = database.prepare(`
      SELECT r.received_at, r.kind, r.verdict, r.endpoint, r.findings, EXISTS (SELECT 1 FROM mark m WHERE m.id = r.id) AS marked
      FROM reading r WHERE r.id = ?`)
    this.#belonging = BELONGING.map(([table, column]) => database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`))
    this.#note = database.prepare(`
      UPDATE removal SET removed = removed + @removed,
        first_id = min(coalesce(first_id, @first_id), @first_id), last_id = max(coalesce(last_id, @last_id), @last_id),
        first_at = min(coalesce(first_at, @first_at), @first_at), last_at = max(coalesce(last_at, @last_at), @last_at)
      WHERE id = @id`)
  }

  underWay(): RemovalUnderWay | null {
    return removalUnderWay(this.#database)
  }

  begin(request: RemovalRequest, total: number, at: number): RemovalUnderWay {
    return this.#database.transaction(() => beginRemoval(this.#database, request, total, at)).immediate()
  }

  end(id: number, state: 'done' | 'stopped', at: number): void {
    this.#database.transaction(() => endRemoval(this.#database, id, state, at)).immediate()
  }

  /** As many of these requests as a slice has time for, and that they were: all or nothing. */
  slice(removal: number, ids: readonly number[]): RemovedSlice {
    const startedAt = performance.now()
    const { reached, removed } = this.#database
      .transaction(() => this.#tables.readings.tally.keep(() => this.#remove(removal, ids, startedAt + SLICE_MS)))
      .immediate()
    return { reached, removed, ms: performance.now() - startedAt }
  }

  removeUnusedHeaders(unused: UnusedHeaders): void {
    const removed = this.#database.transaction(() => removeUnusedHeaders(this.#database, unused)).immediate()
    // The next request with such a list must not be given the one that is gone.
    if (removed > 0) this.#tables.requests.afterRollback()
  }

  #remove(removal: number, ids: readonly number[], until: number): { reached: number; removed: number } {
    const gone = { removed: 0, first_id: Infinity, last_id: 0, first_at: Infinity, last_at: -Infinity }
    let reached = 0
    for (const id of ids) {
      // What was marked after it was found stays as well.
      const row = this.#find.get(id)
      reached += 1
      if (row !== undefined && row.marked === 0) {
        this.#tables.readings.remove(id, row)
        this.#tables.requests.remove(id)
        for (const statement of this.#belonging) statement.run(id)
        gone.removed += 1
        gone.first_id = Math.min(gone.first_id, id)
        gone.last_id = Math.max(gone.last_id, id)
        gone.first_at = Math.min(gone.first_at, row.received_at)
        gone.last_at = Math.max(gone.last_at, row.received_at)
      }
      if (performance.now() >= until) break
    }
    if (gone.removed > 0) {
      this.#note.run({ ...gone, id: removal })
      const stale = Number(readMeta(this.#database, 'search_stale') ?? 0)
      writeMeta(this.#database, 'search_stale', String(stale + gone.removed))
    }
    return { reached, removed: gone.removed }
  }
}
