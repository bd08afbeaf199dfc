import type { Marked, MarkPatch } from './mark.ts'

/** Notes, pins and colours, as the store keeps them. */
export interface MarkRecords {
  /**
   * Changes the marks of those of the requests that exist; answers what these are marked with now, in the order asked
   * for. Rejects with a `StoreError` `not-found` where none of them exists.
   */
  set(ids: readonly number[], patch: MarkPatch): Promise<readonly Marked[]>
}
