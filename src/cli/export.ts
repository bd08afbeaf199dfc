import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportFormat, exportHistory } from '../app/export-history.ts'
import type { PostbackFilter } from '../core/filter.ts'
import { CliError, EXIT } from './exit.ts'

export interface ExportOptions {
  readonly dataFolder: string
  readonly version: string
  readonly format: ExportFormat
  readonly filter: PostbackFilter
  /** Null: standard output. */
  readonly file: string | null
}

/**
 * Streams the history, oldest first; works beside a running inspector. A file appears under its name only when it
 * is whole: what a failed export left is removed. Rejects with a `StoreError` or a `CliError`.
 */
export async function exportCommand(options: ExportOptions): Promise<void> {
  const { file } = options
  if (file === null) {
    await write(options, process.stdout, 'standard output', { end: false })
    return
  }
  const found = await stat(file).catch(() => null)
  if (found?.isDirectory()) throw new CliError(EXIT.failed, `${file} is a folder: name a file in it with --out.`)
  // A device or a pipe is written to; only a file is replaced, and the one that a link leads to rather than the link.
  if (found !== null && !found.isFile()) {
    await write(options, createWriteStream(file), file, {})
    return
  }
  const target = found === null ? file : await realpath(file)
  const partial = `${target}.${randomBytes(6).toString('hex')}.partial`
  try {
    await write(options, createWriteStream(partial, { flags: 'wx' }), file, {})
    await rename(partial, target).catch((error: unknown) => {
      throw failed(file, error)
    })
  } catch (error) {
    // Nothing is there to remove where it could not even be created.
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
}

async function write(options: ExportOptions, to: Writable, name: string, end: { end?: false }): Promise<void> {
  try {
    await pipeline(Readable.from(exportHistory(options)), to, end)
  } catch (error) {
    // The reader of a pipe may stop early (`| head`): that is its right, and no failure.
    if (hasCode(error, 'EPIPE')) return
    throw failed(name, error)
  }
}

/** A failure to write as one sentence; anything else as it is. */
function failed(name: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new CliError(EXIT.failed, `The export to ${name} failed, and nothing of it was left there: ${error.message}.`)
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
