import type { PostbackFilter } from '../../core/filter.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import type { ReaderCaller } from './lazy-reader.ts'

/** Batch after batch: the next one is asked for while this one is used, and no more than that is in memory. */
export async function* streamExport(reader: ReaderCaller, filter: PostbackFilter): AsyncGenerator<PostbackDetail> {
  let batch = await reader.call('exportBatch', { filter, after: 0, until: null })
  for (;;) {
    const { after, until } = batch
    if (after === null) {
      yield* batch.items
      return
    }
    const next = reader.call('exportBatch', { filter, after, until })
    // Where the caller stops half-way nobody asks for this one any more.
    next.catch(() => {})
    yield* batch.items
    batch = await next
  }
}
