import { type ExportFormat, exportHistory } from '../app/export-history.ts'
import type { PostbackFilter } from '../core/filter.ts'
import { writeResult } from './write-file.ts'

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
 * is whole: what a failed or stopped export left is removed. Rejects with a `StoreError` or a `CliError`.
 */
export async function exportCommand(options: ExportOptions): Promise<void> {
  await writeResult(options.file, exportHistory(options))
}
