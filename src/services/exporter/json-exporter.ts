import type { ExportContext } from '../../core/ports.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import { endpointNames, toExported } from './exported-postback.ts'
import { safeJson, storedJson } from './json-record.ts'
import { recordExporter } from './record-exporter.ts'

function jsonOf(context: ExportContext): (detail: PostbackDetail) => string {
  const nameOf = endpointNames(context)
  return (detail) => safeJson(toExported(detail, nameOf(detail.endpointId)))
}

/** One `ExportedPostback` a line. */
export const ndjsonExporter = recordExporter('ndjson', 'application/x-ndjson', (context) => {
  const json = jsonOf(context)
  const addJson = storedJson(context)
  return {
    head: '',
    record: (detail) => `${json(detail)}\n`,
    addStored(record, _isFirst, sink) {
      addJson(record, sink)
      sink.add('\n')
      return true
    },
    tail: () => '',
  }
})

/** One array of `ExportedPostback`, an element a line. */
export const jsonExporter = recordExporter('json', 'application/json', (context) => {
  const json = jsonOf(context)
  const addJson = storedJson(context)
  const before = (isFirst: boolean): string => (isFirst ? '[\n' : ',\n')
  return {
    head: '',
    record: (detail, isFirst) => `${before(isFirst)}${json(detail)}`,
    addStored(record, isFirst, sink) {
      sink.add(before(isFirst))
      addJson(record, sink)
      return true
    },
    tail: (written) => (written === 0 ? '[]\n' : '\n]\n'),
  }
})
