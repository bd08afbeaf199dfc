import type { PostbackFilter } from '../core/filter.ts'
import type { Exporter } from '../core/ports.ts'
import { createExporter } from '../services/exporter/exporters.ts'
import { openHistoryReader } from '../services/store/history-reader.ts'

export type ExportFormat = Exporter['format']
export const EXPORT_FORMATS: readonly ExportFormat[] = ['ndjson', 'json', 'csv', 'har']

/**
 * The history of a data folder as a file's text, piece by piece, in steady memory. Only reads, and so works beside a
 * running inspector. Throws a `StoreError` where there is no readable history.
 */
export async function* exportHistory(options: {
  readonly dataFolder: string
  readonly version: string
  readonly format: ExportFormat
  readonly filter: PostbackFilter
}): AsyncGenerator<string> {
  const history = await openHistoryReader(options.dataFolder)
  try {
    const context = { appVersion: options.version, endpoints: await history.endpoints() }
    yield* createExporter(options.format).write(history.export(options.filter), context)
  } finally {
    await history.close()
  }
}
