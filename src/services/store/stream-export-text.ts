import { Buffer } from 'node:buffer'
import type { ExportPiece } from '../../core/ports.ts'
import { type ExportTextPiece, type ExportTextRange, type ExportTextRequest, PIECE_BYTES } from './export-messages.ts'
import type { ExportReaders } from './export-readers.ts'
import type { ReaderCaller } from './lazy-reader.ts'
import type { ReaderClient } from './reader-client.ts'

/** A range of ids changes its length by this factor at most from one to the next. */
const MOST_CHANGE = 4

/** A range of which a piece is being written. */
interface UnderWay {
  readonly reader: ReaderClient
  readonly from: number
  readonly piece: Promise<ExportTextPiece>
}

/**
 * An export's bytes, oldest first. What one piece holds comes from `first` alone. Of more, two further threads write ranges of
 * ids side by side, each about a piece long, while a third piece is in use: no more than that is in memory.
 */
export async function* streamExportText(
  first: ReaderCaller,
  readers: ExportReaders,
  request: ExportTextRequest,
): AsyncGenerator<ExportPiece> {
  const { format, context } = request
  const frame = (written: number, leftOut: number) => first.call('exportFrame', { format, context, written, leftOut })
  const total = { written: 0, leftOut: 0 }
  const counted = ({ bytes, written, leftOut }: ExportTextPiece): ExportPiece => {
    total.written += written
    total.leftOut += leftOut
    return { bytes, requests: written + leftOut }
  }
  const { head } = await frame(0, 0)
  yield { bytes: Buffer.from(head), requests: 0 }

  // One after the other until something is written: what comes next must know that it is not the first.
  let after: number | null = 0
  let until: number | null = null
  let length = 1
  while (after !== null && total.written === 0) {
    const piece: ExportTextPiece = await first.call('exportText', { ...request, after, until, isFirst: true })
    length = lengthAfter((piece.after ?? piece.until) - after, piece.bytes.length)
    after = piece.after
    until = piece.until
    yield counted(piece)
  }
  if (after !== null && until !== null) {
    const lanes = readers.open()
    try {
      for await (const piece of inRanges(lanes, request, { after, until, length })) yield counted(piece)
    } finally {
      await readers.close(lanes)
    }
  }
  const { tail } = await frame(total.written, total.leftOut)
  yield { bytes: Buffer.from(tail), requests: 0 }
}

/** The pieces of the ids in `(after, until]`; `length` is how many of them the first range has. */
async function* inRanges(
  lanes: readonly ReaderClient[],
  request: ExportTextRequest,
  start: { readonly after: number; readonly until: number; readonly length: number },
): AsyncGenerator<ExportTextPiece> {
  const { until } = start
  let { after: next, length } = start
  const underWay: UnderWay[] = []
  const write = (reader: ReaderClient, range: Pick<ExportTextRange, 'after' | 'until'>): UnderWay => {
    const piece = reader.call('exportText', { ...request, ...range, isFirst: false })
    // Where the caller stops half-way nobody asks for this one any more.
    piece.catch(() => {})
    return { reader, from: range.after, piece }
  }
  const begin = (reader: ReaderClient): void => {
    if (next >= until) return
    const to = Math.min(until, next + length)
    underWay.push(write(reader, { after: next, until: to }))
    next = to
  }
  for (const lane of lanes) begin(lane)
  for (let one = underWay.shift(); one !== undefined; one = underWay.shift()) {
    const piece = await one.piece
    length = lengthAfter((piece.after ?? piece.until) - one.from, piece.bytes.length)
    if (piece.after === null) begin(one.reader)
    else underWay.unshift(write(one.reader, { after: piece.after, until: piece.until }))
    yield piece
  }
}

/** So many ids that a range is about a piece long, where so many gave so many bytes. */
function lengthAfter(ids: number, bytes: number): number {
  const factor = (0.9 * PIECE_BYTES) / Math.max(1, bytes)
  return Math.max(1, Math.ceil(ids * Math.min(MOST_CHANGE, Math.max(1 / MOST_CHANGE, factor))))
}
