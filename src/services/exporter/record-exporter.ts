import type { Exporter, ExportWriter } from '../../core/ports.ts'
import { detailOf } from '../../core/stored-record.ts'

/** `addStored` where the format has a quicker way than by a whole `PostbackDetail`. */
type RecordWriter = Omit<ExportWriter, 'addStored'> & Partial<Pick<ExportWriter, 'addStored'>>

/** An exporter from how its records are written: one request at a time, in steady memory. */
export function recordExporter(
  format: Exporter['format'],
  mediaType: string,
  recordWriter: (...context: Parameters<Exporter['writer']>) => RecordWriter,
): Exporter {
  const writer = (...context: Parameters<Exporter['writer']>): ExportWriter => {
    const parts = recordWriter(...context)
    return {
      addStored(record, isFirst, sink) {
        const text = parts.record(detailOf(record), isFirst)
        if (text !== null) sink.add(text)
        return text !== null
      },
      ...parts,
    }
  }
  return {
    format,
    mediaType,
    writer,
    async *write(postbacks, context) {
      const parts = writer(context)
      if (parts.head !== '') yield parts.head
      let written = 0
      let leftOut = 0
      for await (const detail of postbacks) {
        const text = parts.record(detail, written === 0)
        if (text === null) {
          leftOut += 1
          continue
        }
        written += 1
        yield text
      }
      const end = parts.tail(written, leftOut)
      if (end !== '') yield end
    },
  }
}
