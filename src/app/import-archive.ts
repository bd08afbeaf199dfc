import { createReadStream } from 'node:fs'
import type { ArchivedEndpoint, ArchivedOutage, ArchivedRequest } from '../core/archive.ts'
import type { ArchiveImport, ArchiveRecords, ImportOutcome } from '../core/archive-records.ts'
import { readArchive } from '../services/exporter/archive-reader.ts'
import type { ImportedFile } from '../words/en/errors-files.ts'
import { errorsWords } from '../words/of/errors.ts'
import { untilAborted } from './until-aborted.ts'

/** A slice has at most this many requests, or about this many characters: a capture waits for one slice at most. */
const SLICE_REQUESTS = 200
const SLICE_CHARACTERS = 1024 * 1024

export interface ImportProgress {
  readonly done: number
  /** Null until the header has been read. */
  readonly total: number | null
}

/**
 * Takes an archive into the history: all of it or nothing. Rejects with an `ArchiveError` where it is refused, with a
 * `StoreError` where the store refuses, and with the signal's reason where it was cancelled.
 */
export async function importArchive(
  bytes: AsyncIterable<Uint8Array>,
  records: Pick<ArchiveRecords, 'begin'>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void } = {},
): Promise<ImportOutcome> {
  const { signal, onProgress } = options
  const endpoints: ArchivedEndpoint[] = []
  const outages: ArchivedOutage[] = []
  let total: number | null = null
  let done = 0
  let slice: ArchivedRequest[] = []
  let characters = 0
  let session: ArchiveImport | null = null

  async function flush(): Promise<ArchiveImport> {
    // Endpoints stand before the first request: how requests are read depends on them.
    session ??= await records.begin(endpoints)
    if (slice.length > 0) await session.add(slice)
    done += slice.length
    slice = []
    characters = 0
    onProgress?.({ done, total })
    signal?.throwIfAborted()
    return session
  }

  try {
    signal?.throwIfAborted()
    for await (const entry of readArchive(untilAborted(bytes, signal))) {
      switch (entry.type) {
        case 'header':
          total = entry.counts.requests
          break
        case 'endpoint':
          endpoints.push(entry)
          break
        case 'outage':
          outages.push(entry)
          break
        case 'request':
          slice.push(entry)
          characters += entry.body.length
          if (slice.length >= SLICE_REQUESTS || characters > SLICE_CHARACTERS) await flush()
          break
        default:
          entry satisfies never
      }
    }
    const begun = await flush()
    const outcome = await begun.finish(outages)
    return outcome
  } catch (error) {
    await (session as ArchiveImport | null)?.drop()
    throw error
  }
}

/** A file's bytes; opened when the first of them is asked for, so that a failure has somebody who hears of it. */
export async function* fileBytes(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file)) yield chunk as Buffer
}

/** What an import did, in sentences for a person. */
export function importSentences(outcome: ImportOutcome, file: ImportedFile = 'archive'): readonly string[] {
  const { added, known, outages, endpoints } = outcome
  const w = errorsWords().transfer
  const nothingNew = known === 0 ? w.nothingNew(file) : w.allKnown(known, file)
  const imported = known === 0 ? w.imported(added) : w.importedBeside(added, known)
  const news = endpoints.filter(({ how }) => how !== 'present').map(({ sentence }) => sentence)
  return [added === 0 ? nothingNew : imported, ...(outages === 0 ? [] : [w.outagesAdded(outages)]), ...news]
}
