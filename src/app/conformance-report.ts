import type { ConformanceRun } from '../core/conformance/run.ts'
import { conformanceHtml } from '../services/exporter/conformance-html.ts'
import { conformanceJson } from '../services/exporter/conformance-json.ts'

export type ReportFormat = 'html' | 'json'

export interface Report {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** A run as one file of its own. */
export function conformanceReport(run: ConformanceRun, format: ReportFormat): Report {
  const day = new Date(run.startedAt).toISOString().slice(0, 19).replaceAll(':', '-')
  const fileName = `conformance-${day}.${format}`
  return format === 'html'
    ? { fileName, mediaType: 'text/html', text: conformanceHtml(run) }
    : { fileName, mediaType: 'application/json', text: conformanceJson(run) }
}
