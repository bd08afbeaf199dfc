/** What removing needs of the writer and of a reader. */
import type { Removal, RemovalPreview, RemovalRequest, RemovalSelection } from '../../../core/clearing.ts'

/** Ids in order of arrival; `after` is where to go on, null at the end. `held`: none can be removed now. */
export interface RemovableIds {
  readonly ids: readonly number[]
  readonly after: number | null
  readonly held: boolean
}

export interface GivenBack {
  /** Free pages that are left, of so many in all. */
  readonly free: number
  readonly pages: number
  readonly ms: number
}

/** A removal that is under way. */
export interface RemovalUnderWay {
  readonly id: number
  readonly cause: Removal['cause']
  readonly what: string
  readonly selection: RemovalSelection
  readonly total: number
  readonly removed: number
}

/** What one slice came to. Of the ids that it was given, `reached` were looked at. */
export interface RemovedSlice {
  readonly reached: number
  readonly removed: number
  /** How long captures could not be committed, in ms. */
  readonly ms: number
}

/** Lists that no request up to `through` has. */
export interface UnusedHeaders {
  readonly ids: readonly number[]
  readonly through: number
}

export type ClearingWriterCalls = {
  removalUnderWay: { input: null; output: RemovalUnderWay | null }
  beginRemoval: { input: { request: RemovalRequest; total: number; at: number }; output: RemovalUnderWay }
  removeSlice: { input: { removal: number; ids: readonly number[] }; output: RemovedSlice }
  endRemoval: { input: { id: number; state: 'done' | 'stopped'; at: number }; output: null }
  /** Free pages back to the system, so many at most. */
  giveBack: { input: { pages: number }; output: GivenBack }
  /** Header lists that are not used any more; a few at a time. */
  removeUnusedHeaders: { input: UnusedHeaders; output: null }
  /** The search index was begun anew. */
  searchRenewed: { input: null; output: null }
}

export type ClearingReaderCalls = {
  removableIds: { input: { selection: RemovalSelection; after: number; limit: number }; output: RemovableIds }
  previewRemoval: { input: RemovalSelection; output: RemovalPreview }
  beyondNewest: { input: { keep: number }; output: number | null }
  newestId: { input: null; output: number }
  removals: { input: { limit: number }; output: readonly Removal[] }
  /** How many requests are stored, and how many of those that the search index has entries of are gone. */
  searchStaleness: { input: null; output: { readonly stored: number; readonly stale: number } }
  unusedHeaders: { input: null; output: UnusedHeaders }
  /** What the log holds goes into the file, beside the writer. */
  checkpoint: { input: null; output: null }
}
