import type { ArchivedRequest } from '../../core/archive.ts'
import type { ArchiveSource } from '../../core/archive-records.ts'
import type { ReaderCaller } from './lazy-reader.ts'

/** The history as a reader gives it to an archive. */
export function archiveSource(reader: ReaderCaller): ArchiveSource {
  return {
    head: (at) => reader.call('archiveHead', { at }),
    requests: (until) => streamRequests(reader, until),
  }
}

/** Batch after batch: the next one is asked for while this one is used. */
async function* streamRequests(reader: ReaderCaller, until: number): AsyncGenerator<ArchivedRequest> {
  let batch = await reader.call('archiveBatch', { after: 0, until })
  for (;;) {
    const { after } = batch
    if (after === null) {
      yield* batch.items
      return
    }
    const next = reader.call('archiveBatch', { after, until })
    // Where the caller stops half-way nobody asks for this one any more.
    next.catch(() => {})
    yield* batch.items
    batch = await next
  }
}
