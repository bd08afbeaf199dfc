/** An export's bytes, written in the reader's thread: between threads only bytes pass, which cost nothing to hand over. */
import type { Database } from 'better-sqlite3'
import type { Exporter } from '../../core/ports.ts'
import { type ExportTextPiece, type ExportTextRange, type ExportTextRequest, PIECE_BYTES } from './export-messages.ts'
import { exportBatch } from './export-query.ts'
import type { SearchExtent } from './search-attachment.ts'
import { TextBuffer } from './text-buffer.ts'

/** A piece also ends after so long, where little of what is looked at matches: the thread has others to answer. */
const PIECE_MS = 100

/** Few at a time: what dies young costs no memory and hardly any time. */
const BATCH_ROWS = 100

/** A thread writes one piece at a time. */
const text = new TextBuffer(2 * PIECE_BYTES)

/** The formats that the app gives to its readers. */
export type CreateExporter = (format: Exporter['format']) => Exporter

export function exportTextPiece(
  database: Database,
  extent: SearchExtent,
  createExporter: CreateExporter,
  { filter, format, context, isFirst, ...range }: ExportTextRange,
): ExportTextPiece {
  const writer = createExporter(format).writer(context)
  // What a piece that failed had begun is not of this one.
  text.clear()
  const start = performance.now()
  let written = 0
  let leftOut = 0
  let { after, until }: { after: number | null; until: number | null } = range
  do {
    const batch = exportBatch(database, extent, filter, after, until, BATCH_ROWS)
    for (const detail of batch.items) {
      const record = writer.record(detail, isFirst && written === 0)
      if (record === null) {
        leftOut += 1
        continue
      }
      written += 1
      text.add(record)
    }
    after = batch.after
    until = batch.until
  } while (after !== null && text.length < PIECE_BYTES && performance.now() - start < PIECE_MS)
  return { bytes: text.taken(), written, leftOut, after, until }
}

/** What stands before the first record and, with these counts, after the last. */
export function exportFrame(
  createExporter: CreateExporter,
  { format, context, written, leftOut }: Omit<ExportTextRequest, 'filter'> & { written: number; leftOut: number },
): { readonly head: string; readonly tail: string } {
  const writer = createExporter(format).writer(context)
  return { head: writer.head, tail: writer.tail(written, leftOut) }
}
