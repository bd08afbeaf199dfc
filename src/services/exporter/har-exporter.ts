import { harEntry } from '../../core/har-entry.ts'
import { terminalText } from '../../core/visible.ts'
import { endpointNames } from './exported-postback.ts'
import { recordExporter } from './record-exporter.ts'

/**
 * An HTTP Archive 1.2. Bytes that were no HTTP request are left out, for an entry needs a method and a URL and a
 * made-up one would be a lie; the log's comment says how many they were.
 */
export const harExporter = recordExporter('har', 'application/json', (context) => {
  const nameOf = endpointNames(context)
  const creator = { name: 'Adjump Inspector', version: context.appVersion }
  return {
    head: `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`,
    record(detail, isFirst) {
      if (detail.method === null || detail.target === null) return null
      const entry = harEntry(detail, detail.method, detail.target, nameOf(detail.endpointId))
      return `${isFirst ? '\n' : ',\n'}${terminalText(JSON.stringify(entry))}`
    },
    tail(_written, leftOut) {
      const comment = leftOut === 0 ? '' : `,"comment":"Left out, for they were no HTTP requests: ${String(leftOut)}."`
      return `\n]${comment}}}\n`
    },
  }
})
