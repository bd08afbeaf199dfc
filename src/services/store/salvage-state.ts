/** How far a salvage has come. It stands in the new history, so that it goes on after a crash. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { readMeta, writeMeta } from './meta-table.ts'

export const salvageCountsSchema = z.object({
  requests: z.int(),
  /** Requests that stand in the damaged file in part only, or not as they were. */
  spoiled: z.int(),
  /** Saved ones whose header list or planned reply is gone. */
  incomplete: z.int(),
  endpoints: z.int(),
  settings: z.int(),
  marks: z.int(),
  forwards: z.int(),
  expectations: z.int(),
  conformanceRuns: z.int(),
  outages: z.int(),
  /** What belonged to requests that are gone. */
  orphans: z.int(),
})
export type SalvageCounts = z.infer<typeof salvageCountsSchema>

const stateSchema = z.object({
  /** The damaged file's name in the data folder. */
  aside: z.string(),
  why: z.string(),
  /** The table that is being read and the last page that is done. */
  table: z.int(),
  page: z.int(),
  /** About how many requests there were, null where nothing tells. */
  about: z.int().nullable(),
  counts: salvageCountsSchema,
})
export type SalvageState = z.infer<typeof stateSchema>

export const NO_COUNTS: SalvageCounts = {
  requests: 0,
  spoiled: 0,
  incomplete: 0,
  endpoints: 0,
  settings: 0,
  marks: 0,
  forwards: 0,
  expectations: 0,
  conformanceRuns: 0,
  outages: 0,
  orphans: 0,
}

/** Null where none is under way. */
export function readSalvageState(database: Database): SalvageState | null {
  const json = readMeta(database, 'salvage')
  if (json === null) return null
  try {
    return stateSchema.parse(JSON.parse(json))
  } catch {
    return null
  }
}

export function writeSalvageState(database: Database, state: SalvageState | null): void {
  writeMeta(database, 'salvage', state === null ? null : JSON.stringify(state))
}
