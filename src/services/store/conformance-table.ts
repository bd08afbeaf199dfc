import type { Database } from 'better-sqlite3'
import {
  type ConformanceRun,
  type ConformanceRunHead,
  conformanceRunHeadSchema,
  conformanceRunSchema,
} from '../../core/conformance/run.ts'
import { headOf } from '../../core/conformance/verdicts.ts'
import { MOST_RUNS } from '../../core/conformance-records.ts'

/** Keeps a run in a transaction of its own, and lets the oldest go. */
export function writeConformanceRun(database: Database, run: ConformanceRun): void {
  database
    .transaction(() => {
      database
        .prepare('INSERT OR REPLACE INTO conformance_run (id, started_at, head, content) VALUES (?, ?, ?, ?)')
        .run(run.id, run.startedAt, JSON.stringify(headOf(run)), JSON.stringify(run))
      database
        .prepare(
          `DELETE FROM conformance_run WHERE id NOT IN
           (SELECT id FROM conformance_run ORDER BY started_at DESC, id LIMIT ?)`,
        )
        .run(MOST_RUNS)
    })
    .immediate()
}

export function readConformanceRun(database: Database, id: string): ConformanceRun | null {
  const row = database
    .prepare<[string], { content: string }>('SELECT content FROM conformance_run WHERE id = ?')
    .get(id)
  return row ? conformanceRunSchema.parse(JSON.parse(row.content)) : null
}

/** Newest first. */
export function readConformanceHeads(database: Database): readonly ConformanceRunHead[] {
  return database
    .prepare<[], { head: string }>('SELECT head FROM conformance_run ORDER BY started_at DESC, id')
    .all()
    .map(({ head }) => conformanceRunHeadSchema.parse(JSON.parse(head)))
}
