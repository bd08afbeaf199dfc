import type { PostbackFilter } from '../core/filter.ts'
import type { Exporter } from '../core/ports.ts'
import { openHistoryReader } from '../services/store/history-reader.ts'
import { READER_URL } from './reader-url.ts'

export type ExportFormat = Exporter['format']
export const EXPORT_FORMATS: readonly ExportFormat[] = ['ndjson', 'json', 'csv', 'har']

/**
 * The history of a data folder as a file's bytes, piece by piece, in steady memory. Only reads, and so works beside a
 * running inspector. Throws a `StoreError` where there is no readable history.
 */
export async function* exportHistory(options: {
  readonly dataFolder: string
  readonly version: string
  readonly format: ExportFormat
  readonly filter: PostbackFilter
}): AsyncGenerator<Uint8Array> {
  const history = await openHistoryReader(options.dataFolder, READER_URL)
  try {
    const context = { appVersion: options.version, endpoints: await history.endpoints() }
    for await (const { bytes } of history.exportText(options.filter, options.format, context)) yield bytes
  } finally {
    await history.close()
  }
}
