import type { ArchivedRequest } from '../core/archive.ts'
import type { ArchiveRecords, ImportOutcome } from '../core/archive-records.ts'
import { readHar } from '../services/exporter/har-reader.ts'
import type { ImportProgress } from './import-archive.ts'
import { untilAborted } from './until-aborted.ts'

/** A slice has at most this many requests, or about this many characters: a capture waits for one slice at most. */
const SLICE_REQUESTS = 200
const SLICE_CHARACTERS = 1024 * 1024

/**
 * Takes the requests of a HAR into the history, all of them or none: read by the endpoints that are here, as if they had
 * arrived at the time that they are said to have been sent. `leftOut` counts entries that are no HTTP requests. Rejects
 * as `importArchive` does.
 */
export async function importHar(
  bytes: AsyncIterable<Uint8Array>,
  records: Pick<ArchiveRecords, 'begin'>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void } = {},
): Promise<{ readonly outcome: ImportOutcome; readonly leftOut: number }> {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const session = await records.begin([])
  let leftOut = 0
  let done = 0
  let slice: ArchivedRequest[] = []
  let characters = 0

  async function flush(): Promise<void> {
    if (slice.length > 0) await session.add(slice)
    done += slice.length
    slice = []
    characters = 0
    onProgress?.({ done, total: null })
    signal?.throwIfAborted()
  }

  try {
    for await (const request of readHar(untilAborted(bytes, signal))) {
      if (request === null) {
        leftOut += 1
        continue
      }
      slice.push(request)
      characters += request.body.length
      if (slice.length >= SLICE_REQUESTS || characters > SLICE_CHARACTERS) await flush()
    }
    await flush()
    const outcome = await session.finish([])
    return { outcome, leftOut }
  } catch (error) {
    await session.drop()
    throw error
  }
}
