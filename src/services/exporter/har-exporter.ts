import { harEntry } from '../../core/har-entry.ts'
import type { Exporter } from '../../core/ports.ts'
import { terminalText } from '../../core/visible.ts'
import { endpointNames } from './exported-postback.ts'

/**
 * An HTTP Archive 1.2. Bytes that were no HTTP request are left out, for an entry needs a method and a URL and a
 * made-up one would be a lie; the log's comment says how many they were.
 */
export const harExporter: Exporter = {
  format: 'har',
  mediaType: 'application/json',
  async *write(postbacks, context) {
    const nameOf = endpointNames(context)
    const creator = { name: 'Adjump Inspector', version: context.appVersion }
    yield `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`
    let separator = '\n'
    let leftOut = 0
    for await (const detail of postbacks) {
      if (detail.method === null || detail.target === null) {
        leftOut += 1
        continue
      }
      const entry = harEntry(detail, detail.method, detail.target, nameOf(detail.endpointId))
      yield `${separator}${terminalText(JSON.stringify(entry))}`
      separator = ',\n'
    }
    const comment = leftOut === 0 ? '' : `,"comment":"Left out, for they were no HTTP requests: ${String(leftOut)}."`
    yield `\n]${comment}}}\n`
  },
}
