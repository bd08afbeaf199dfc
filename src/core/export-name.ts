import { ARCHIVE_SUFFIX } from './archive.ts'

type Named = 'csv' | 'ndjson' | 'json' | 'har' | 'archive' | 'evidence-html' | 'evidence-json'

/** What a file is called unless its user says otherwise; `at` in ms since the epoch, written in UTC. */
export function exportFileName(format: Named, at: number): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  switch (format) {
    case 'archive':
      return `adjump-history-${time}${ARCHIVE_SUFFIX}`
    case 'evidence-html':
      return `adjump-evidence-${time}.html`
    case 'evidence-json':
      return `adjump-evidence-${time}.json`
    default:
      return `adjump-postbacks-${time}.${format}`
  }
}
