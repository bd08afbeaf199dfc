import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errorsWords } from '../words/of/errors.ts'
import { lettingGo } from './letting-go.ts'

/** Why a file could not be written; `message` is one sentence for a person. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

/**
 * Writes a file that appears under its name only when it is whole and on disk; what a failure or a cancellation left
 * is removed. A link's target is replaced rather than the link, and a device or pipe is written to as it is. Rejects with
 * a `FileError`, with the signal's reason, or with what the pieces themselves threw. Pieces of bytes are used up by it.
 */
export async function writeWholeFile(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found?.isDirectory()) throw new FileError(errorsWords().file.isFolder(file))
  if (found !== null && !found.isFile()) {
    await write(file, pieces, file, {}, signal)
    return
  }
  const target = found === null ? file : await realpath(file)
  const partial = `${target}.${randomBytes(6).toString('hex')}.partial`
  try {
    await write(partial, pieces, file, { flags: 'wx', flush: true }, signal)
    signal?.throwIfAborted()
    await rename(partial, target).catch((error: unknown) => {
      throw inWords(file, error)
    })
  } catch (error) {
    // Nothing is there to remove where it could not even be created.
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

async function write(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  name: string,
  options: { readonly flags?: string; readonly flush?: boolean },
  signal?: AbortSignal,
): Promise<void> {
  try {
    const out = lettingGo(createWriteStream(path, options))
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), out, signal === undefined ? {} : { signal })
  } catch (error) {
    signal?.throwIfAborted()
    throw inWords(name, error)
  }
}

/** A failure of the system as one sentence; anything else as it is. */
function inWords(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  const code = 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new FileError(errorsWords().file.diskFull(file))
  }
  return new FileError(errorsWords().file.notWritten(file, error.message))
}
