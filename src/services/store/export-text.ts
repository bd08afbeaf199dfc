/** An export's bytes, written in the reader's thread: between threads only bytes pass, which cost nothing to hand over. */
import type { Database } from 'better-sqlite3'
import type { Exporter } from '../../core/ports.ts'
import { type ExportTextPiece, type ExportTextRange, type ExportTextRequest, PIECE_BYTES } from './export-messages.ts'
import { newestId } from './export-query.ts'
import { idsAfter } from './page-query.ts'
import { detailById } from './row-queries.ts'
import type { SearchExtent } from './search-attachment.ts'
import { storedRecords } from './stored-records.ts'
import { TextBuffer } from './text-buffer.ts'

/** A piece also ends after so long, where little of what is looked at matches: the thread has others to answer. */
const PIECE_MS = 100

/** Ids that are looked for together, and rows that are read together: few, for what dies young costs hardly any time. */
const IDS_AT_ONCE = 512
const ROWS_AT_ONCE = 64

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
  const until = performance.now() + PIECE_MS
  const end = range.until ?? newestId(database)
  let written = 0
  let leftOut = 0
  const addWhole = (id: number, isFirst: boolean): boolean | null => {
    const detail = detailById(database, id)
    if (detail === null) return null
    const record = writer.record(detail, isFirst)
    if (record !== null) text.add(record)
    return record !== null
  }
  const done = (after: number | null): ExportTextPiece => {
    return { bytes: text.taken(), written, leftOut, after, until: end }
  }
  let { after } = range
  for (;;) {
    const { ids, reached } = idsAfter(database, extent, filter, after, end, IDS_AT_ONCE)
    for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
      for (const { id, record } of storedRecords(database, ids.slice(at, at + ROWS_AT_ONCE))) {
        const first = isFirst && written === 0
        const isIn = record === null ? addWhole(id, first) : writer.addStored(record, first, text)
        if (isIn === true) written += 1
        else if (isIn === false) leftOut += 1
        if (text.length >= PIECE_BYTES) return done(id === ids.at(-1) ? reached : id)
      }
    }
    if (reached === null || performance.now() > until) return done(reached)
    after = reached
  }
}

/** What stands before the first record and, with these counts, after the last. */
export function exportFrame(
  createExporter: CreateExporter,
  { format, context, written, leftOut }: Omit<ExportTextRequest, 'filter'> & { written: number; leftOut: number },
): { readonly head: string; readonly tail: string } {
  const writer = createExporter(format).writer(context)
  return { head: writer.head, tail: writer.tail(written, leftOut) }
}
