/** The history read-only, beside a running inspector or without one. */
import type { ArchiveSource } from '../../core/archive-records.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import type { Counts } from '../../core/ports.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import type { Outage } from '../../core/status.ts'
import { archiveSource } from './archive-source.ts'
import { ReaderClient } from './reader-client.ts'
import { streamExport } from './stream-export.ts'

export interface HistoryReader {
  /** Everything that matches, oldest first, in steady memory. */
  export(filter: PostbackFilter): AsyncIterable<PostbackDetail>
  counts(filter: PostbackFilter): Promise<Counts>
  outages(from: number, to: number): Promise<readonly Outage[]>
  readonly archive: ArchiveSource
  endpoints(): Promise<readonly Endpoint[]>
  close(): Promise<void>
}

/** Rejects with a `StoreError`: `not-found` where the folder has no history, `newer-version`, or `io`. */
export async function openHistoryReader(folder: string): Promise<HistoryReader> {
  const reader = new ReaderClient({ folder })
  try {
    await reader.opened
  } catch (error) {
    await reader.end()
    throw error
  }
  return {
    export: (filter) => streamExport(reader, filter),
    counts: (filter) => reader.call('counts', { filter }),
    outages: (from, to) => reader.call('outages', { from, to }),
    archive: archiveSource(reader),
    endpoints: () => reader.call('endpoints', null),
    close: () => reader.end(),
  }
}
