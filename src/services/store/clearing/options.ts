/** What a removal needs of the store around it. */
import type { Clearing } from '../../../core/clearing.ts'
import type { ReaderCalls, WriterCalls } from '../messages.ts'

/** Calls of a thread. */
export type Ask<Calls extends Record<string, { input: unknown; output: unknown }>> = <
  Name extends keyof Calls & string,
>(
  name: Name,
  input: Calls[Name]['input'],
) => Promise<Calls[Name]['output']>

export interface HistoryClearingOptions {
  readonly write: Ask<WriterCalls>
  readonly read: Ask<ReaderCalls>
  readonly now: () => number
  readonly onProgress: (clearing: Clearing) => void
  /** Throws the search index away and begins it anew. */
  readonly renewSearch: () => Promise<void>
}
