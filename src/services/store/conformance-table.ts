import type { Database } from 'better-sqlite3'
import { z } from 'zod'
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

/** Null also for one that a fault of the disk has changed beyond reading. */
export function readConformanceRun(database: Database, id: string): ConformanceRun | null {
  const row = database
    .prepare<[string], { content: string }>('SELECT content FROM conformance_run WHERE id = ?')
    .get(id)
  return row === undefined ? null : readOr(conformanceRunSchema, row.content)
}

/** Newest first. One that does not read hides none of the others. */
export function readConformanceHeads(database: Database): readonly ConformanceRunHead[] {
  return database
    .prepare<[], { head: string }>('SELECT head FROM conformance_run ORDER BY started_at DESC, id')
    .all()
    .map(({ head }) => readOr(conformanceRunHeadSchema, head))
    .filter((head) => head !== null)
}

function readOr<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.parse(JSON.parse(json))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return null
    throw error
  }
}
