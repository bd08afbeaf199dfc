import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ArchiveError } from '../../core/archive.ts'
import { errorsWords } from '../../words/of/errors.ts'

/** A request of the receiver's largest body and head is far below this; nothing longer is held in memory. */
const LONGEST_LINE = 16 * 1024 * 1024
const NEW_LINE = 0x0a

/** The lines of a gzip'd file, each with its line break. @throws ArchiveError where it is none, or breaks off. */
export async function* archiveLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const failure: { source: unknown; failed: boolean } = { source: null, failed: false }
  const done = pipeline(watched(bytes, failure), gunzip)
  done.catch(() => {})
  let seen = false
  try {
    let rest: Buffer[] = []
    let length = 0
    for await (const chunk of gunzip) {
      seen = true
      let piece = chunk as Buffer
      for (let at = piece.indexOf(NEW_LINE); at !== -1; at = piece.indexOf(NEW_LINE)) {
        rest.push(piece.subarray(0, at + 1))
        yield rest.length === 1 ? (rest[0] ?? piece) : Buffer.concat(rest)
        rest = []
        length = 0
        piece = piece.subarray(at + 1)
      }
      length += piece.length
      if (length > LONGEST_LINE) throw damaged()
      if (piece.length > 0) rest.push(piece)
    }
    await done
    if (length > 0) throw cutOff()
  } catch (error) {
    // What the source says (a cancelled upload, an unreadable file) is said as it is.
    if (failure.failed) throw failure.source
    throw inWords(error, seen)
  }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  failure: { source: unknown; failed: boolean },
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    failure.failed = true
    failure.source = error
    throw error
  }
}

function inWords(error: unknown, seen: boolean): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'Z_BUF_ERROR') return cutOff()
  if (typeof code === 'string' && code.startsWith('Z_')) return seen ? damaged() : noArchive()
  return error
}

export function noArchive(): ArchiveError {
  return new ArchiveError('no-archive', errorsWords().archive.none)
}

export function cutOff(): ArchiveError {
  return new ArchiveError('cut-off', errorsWords().archive.cutOff)
}

export function damaged(): ArchiveError {
  return new ArchiveError('damaged', errorsWords().archive.damaged)
}
