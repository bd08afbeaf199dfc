import type { Exporter } from '../../core/ports.ts'
import { csvExporter } from './csv-exporter.ts'
import { harExporter } from './har-exporter.ts'
import { jsonExporter, ndjsonExporter } from './json-exporter.ts'

/** The exporter of a format. All of them write one request at a time, in steady memory. */
export function createExporter(format: Exporter['format']): Exporter {
  switch (format) {
    case 'ndjson':
      return ndjsonExporter
    case 'json':
      return jsonExporter
    case 'csv':
      return csvExporter
    case 'har':
      return harExporter
    default:
      return unreachable(format)
  }
}

function unreachable(format: never): never {
  throw new Error(`There is no exporter for “${String(format)}”.`)
}
