import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
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
  const pieces = Readable.from(exportHistory(options))
  if (options.file === null) {
    await pipeline(pieces, process.stdout, { end: false }).catch((error: unknown) => {
      // The reader of a pipe may stop early (`| head`): that is its right, and no failure.
      if (!hasCode(error, 'EPIPE')) throw error
    })
    return
  }
  const partial = `${options.file}.partial`
  try {
    await pipeline(pieces, createWriteStream(partial))
    await rename(partial, options.file)
  } catch (error) {
    await rm(partial, { force: true })
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new CliError(
      EXIT.failed,
      `The export to ${options.file} failed, and nothing was left there: ${error.message}.`,
    )
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
