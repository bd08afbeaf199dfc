/** The history read-only, beside a running inspector or without one. */
import type { ArchiveSource } from '../../core/archive-records.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import type { Counts, ExportContext, Exporter, ExportPiece } from '../../core/ports.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import type { Outage } from '../../core/status.ts'
import { archiveSource } from './archive-source.ts'
import { ExportReaders } from './export-readers.ts'
import { ReaderClient } from './reader-client.ts'
import { streamExport } from './stream-export.ts'
import { streamExportText } from './stream-export-text.ts'

export interface HistoryReader {
  /** Everything that matches, oldest first, in steady memory. */
  export(filter: PostbackFilter): AsyncIterable<PostbackDetail>
  /** The same as a file's bytes; only where the reader was opened with formats. */
  exportText(filter: PostbackFilter, format: Exporter['format'], context: ExportContext): AsyncIterable<ExportPiece>
  counts(filter: PostbackFilter): Promise<Counts>
  outages(from: number, to: number): Promise<readonly Outage[]>
  readonly archive: ArchiveSource
  endpoints(): Promise<readonly Endpoint[]>
  close(): Promise<void>
}

/**
 * Rejects with a `StoreError`: `not-found` where the folder has no history, `newer-version`, or `io`. `readerUrl` is the
 * module of a reader's thread that knows formats to export.
 */
export async function openHistoryReader(folder: string, readerUrl?: URL): Promise<HistoryReader> {
  const reader = new ReaderClient({ folder }, readerUrl)
  try {
    await reader.opened
  } catch (error) {
    await reader.end()
    throw error
  }
  const exporting = new ExportReaders({ folder }, readerUrl)
  return {
    export: (filter) => streamExport(reader, filter),
    exportText: (filter, format, context) => streamExportText(reader, exporting, { filter, format, context }),
    counts: (filter) => reader.call('counts', { filter }),
    outages: (from, to) => reader.call('outages', { from, to }),
    archive: archiveSource(reader),
    endpoints: () => reader.call('endpoints', null),
    close: async () => {
      await Promise.all([reader.end(), exporting.end()])
    },
  }
}
