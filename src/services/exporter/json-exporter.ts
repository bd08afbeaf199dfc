import type { ExportContext } from '../../core/ports.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import { terminalText } from '../../core/visible.ts'
import { endpointNames, toExported } from './exported-postback.ts'
import { recordExporter } from './record-exporter.ts'

/** All JSON has its control and format characters escaped, for it may be looked at. */
function jsonOf(context: ExportContext): (detail: PostbackDetail) => string {
  const nameOf = endpointNames(context)
  return (detail) => terminalText(JSON.stringify(toExported(detail, nameOf(detail.endpointId))))
}

/** One `ExportedPostback` a line. */
export const ndjsonExporter = recordExporter('ndjson', 'application/x-ndjson', (context) => {
  const json = jsonOf(context)
  return { head: '', record: (detail) => `${json(detail)}\n`, tail: () => '' }
})

/** One array of `ExportedPostback`, an element a line. */
export const jsonExporter = recordExporter('json', 'application/json', (context) => {
  const json = jsonOf(context)
  return {
    head: '',
    record: (detail, isFirst) => `${isFirst ? '[\n' : ',\n'}${json(detail)}`,
    tail: (written) => (written === 0 ? '[]\n' : '\n]\n'),
  }
})
