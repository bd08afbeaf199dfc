import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveHeader } from '../../core/archive.ts'
import type { ArchiveHead, ArchiveSource } from '../../core/archive-records.ts'
import { StoreError } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'

/** Lines are handed to the compressor in pieces of about this many characters. */
const PIECE_CHARACTERS = 64 * 1024

/**
 * An archive's bytes, piece by piece, in steady memory; docs/archive.md describes them. `at` is now, in ms since the
 * epoch; `onRequest` hears of each request that was written.
 */
export async function* writeArchive(
  source: Pick<ArchiveSource, 'requests'>,
  head: ArchiveHead,
  options: { readonly appVersion: string; readonly at: number; readonly onRequest?: () => void },
): AsyncGenerator<Uint8Array> {
  const gzip = createGzip()
  const done = pipeline(Readable.from(pieces(lines(source, head, options))), gzip)
  // What goes wrong is thrown by the loop; this only must not go unheard.
  done.catch(() => {})
  for await (const bytes of gzip) yield bytes as Uint8Array
  await done
}

async function* lines(
  source: Pick<ArchiveSource, 'requests'>,
  head: ArchiveHead,
  { appVersion, at, onRequest }: { readonly appVersion: string; readonly at: number; readonly onRequest?: () => void },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (content: object): string => {
    const text = `${JSON.stringify(content)}\n`
    hash.update(text)
    return text
  }
  const counts = { endpoints: head.endpoints.length, outages: head.outages.length, requests: head.requests }
  const header: ArchiveHeader = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    installation: head.installation,
    appVersion,
    createdAt: new Date(at).toISOString(),
    counts,
  }
  yield line(header)
  for (const endpoint of head.endpoints) yield line(endpoint)
  for (const outage of head.outages) yield line(outage)
  let written = 0
  for await (const request of source.requests(head.until)) {
    yield line(request)
    written += 1
    onRequest?.()
  }
  // Beside an inspector that removes some of them; within one it waits.
  if (written !== head.requests) throw new StoreError('io', errorsWords().archive.notWhole)
  yield `${JSON.stringify({ type: 'end', counts, sha256: hash.digest('hex') })}\n`
}

async function* pieces(all: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = ''
  for await (const line of all) {
    piece += line
    if (piece.length < PIECE_CHARACTERS) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
