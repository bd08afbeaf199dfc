import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { importArchive } from '../../src/app/import-archive.ts'
import type { ImportOutcome } from '../../src/core/archive-records.ts'
import { EVERYTHING } from '../../src/core/filter.ts'
import type { PostbackStore } from '../../src/core/ports.ts'
import { writeArchive } from '../../src/services/exporter/archive-writer.ts'
import { createExporter } from '../../src/services/exporter/exporters.ts'

/** Any moment after all that a test stores. */
export const ARCHIVED_AT = Date.UTC(2030, 0, 1)

/** The whole history of a store as an archive's bytes. */
export async function archiveOf(store: Pick<PostbackStore, 'archive'>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const head = await store.archive.head(ARCHIVED_AT)
  for await (const piece of writeArchive(store.archive, head, { appVersion: '1.2.3', at: ARCHIVED_AT })) {
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

export function importBytes(store: PostbackStore, bytes: Uint8Array, signal?: AbortSignal): Promise<ImportOutcome> {
  // In pieces, as a file or an upload comes.
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 4096) pieces.push(Buffer.from(bytes.subarray(at, at + 4096)))
  return importArchive(Readable.from(pieces), store.archive, signal === undefined ? {} : { signal })
}

/** The lines of an archive, each without its line break. */
export function archiveLines(archive: Uint8Array): string[] {
  return gunzipSync(archive).toString('utf8').trimEnd().split('\n')
}

/** An archive of these lines, whatever they are. */
export function gzipLines(lines: readonly string[]): Buffer {
  return gzipSync(`${lines.join('\n')}\n`)
}

export async function ndjsonOf(store: PostbackStore): Promise<string> {
  let text = ''
  const context = { appVersion: '1.2.3', endpoints: await store.endpoints() }
  for await (const piece of createExporter('ndjson').write(store.export(EVERYTHING), context)) text += piece
  return text
}
