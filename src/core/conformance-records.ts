import type { ConformanceRun, ConformanceRunHead } from './conformance/run.ts'

/** The latest conformance runs, so that questions can be answered later. Rejects with a `StoreError`. */
export interface ConformanceRecords {
  /** Keeps a run, or replaces the one with its id; the oldest beyond `MOST_RUNS` go. */
  save(run: ConformanceRun): Promise<void>
  byId(id: string): Promise<ConformanceRun | null>
  /** Newest first. */
  latest(): Promise<readonly ConformanceRunHead[]>
}

/** So many runs are kept. */
export const MOST_RUNS = 30
