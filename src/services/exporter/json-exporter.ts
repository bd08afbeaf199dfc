import type { Exporter } from '../../core/ports.ts'
import { terminalText } from '../../core/visible.ts'
import { endpointNames, toExported } from './exported-postback.ts'

/** One `ExportedPostback` a line. All JSON has its control and format characters escaped, for it may be looked at. */
export const ndjsonExporter: Exporter = {
  format: 'ndjson',
  mediaType: 'application/x-ndjson',
  async *write(postbacks, context) {
    const nameOf = endpointNames(context)
    for await (const detail of postbacks)
      yield `${terminalText(JSON.stringify(toExported(detail, nameOf(detail.endpointId))))}\n`
  },
}

/** One array of `ExportedPostback`, an element a line. */
export const jsonExporter: Exporter = {
  format: 'json',
  mediaType: 'application/json',
  async *write(postbacks, context) {
    const nameOf = endpointNames(context)
    let before = '[\n'
    for await (const detail of postbacks) {
      yield `${before}${terminalText(JSON.stringify(toExported(detail, nameOf(detail.endpointId))))}`
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  },
}
