import type { Exporter, ExportWriter } from '../../core/ports.ts'

/** An exporter from how its records are written: one request at a time, in steady memory. */
export function recordExporter(
  format: Exporter['format'],
  mediaType: string,
  writer: (...context: Parameters<Exporter['writer']>) => ExportWriter,
): Exporter {
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
