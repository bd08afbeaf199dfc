import type { Expectation, Outcome } from './expectation.ts'

/** Which expectations are wanted, newest first. `cursor` comes from the page before. */
export interface ExpectationPageRequest {
  readonly which: 'running' | 'ended' | 'all'
  readonly cursor: string | null
  readonly limit: number
}

/** A page of them. `next` is the cursor of the page after it, null at the end. */
export interface ExpectationPage {
  readonly items: readonly Expectation[]
  readonly next: string | null
}

/** The expectations that the store keeps. Rejects with a `StoreError` as the whole store does. */
export interface ExpectationRecords {
  add(expectation: Expectation): Promise<void>
  /** Those that were cleared are left out. */
  list(request: ExpectationPageRequest): Promise<ExpectationPage>
  /** Those of the ids that exist and were not cleared, newest first. */
  byIds(ids: readonly string[]): Promise<readonly Expectation[]>
  /** All whose time touches `[from, to]`, oldest first; cleared ones too, for they keep the postback they took. */
  overlapping(from: number, to: number): Promise<readonly Expectation[]>
  /** Which of these postbacks an archive brought: they did not arrive here. */
  importedAmong(postbackIds: readonly number[]): Promise<readonly number[]>
  /** Refuses (`io`) a postback that another expectation has taken. */
  saveOutcome(id: string, outcome: Outcome): Promise<void>
  /** Clears all that have ended; answers with their ids, for `restore`. */
  clearEnded(): Promise<readonly string[]>
  restore(ids: readonly string[]): Promise<readonly Expectation[]>
}
