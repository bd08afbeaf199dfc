import type { Span } from '../core/postback.ts'
import { visibleSegments } from '../core/visible.ts'

/** As much of a text as a terminal's line shows. */
const WIDTH = 100

/**
 * A text with everything invisible as an escape, and below it a line that marks a span of it: two lines of the same
 * length at most. Of a long text only what is around the span is there, with `…` where something is left out.
 */
export function markedLines(text: string, { start, end }: Span): readonly [string, string] {
  const { shown, columns } = layOut(text)
  const from = columns[start] ?? shown.length
  const to = Math.max(from + 1, columns[end] ?? shown.length)
  const left = shown.length <= WIDTH ? 0 : Math.max(0, Math.min(from - 30, shown.length - WIDTH))
  const right = Math.min(shown.length, left + WIDTH)
  const head = left > 0 ? '…' : ''
  const tail = right < shown.length ? '…' : ''
  const marks = ' '.repeat(head.length + from - left) + '^'.repeat(Math.max(1, Math.min(to, right) - from))
  // A character in two halves whose other one is left out is a blank: the columns stay.
  const part = shown.slice(left, right).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ' ')
  return [`${head}${part}${tail}`, marks]
}

/** The text as it is shown, and for each place in it the column where that stands. */
function layOut(text: string): { shown: string; columns: number[] } {
  const columns: number[] = []
  let shown = ''
  let at = 0
  for (const segment of visibleSegments(text)) {
    if (segment.escaped) {
      const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      for (let unit = 0; unit < length; unit += 1) columns.push(shown.length)
      at += length
    } else {
      for (let unit = 0; unit < segment.text.length; unit += 1) columns.push(shown.length + unit)
      at += segment.text.length
    }
    shown += segment.text
  }
  columns.push(shown.length)
  return { shown, columns }
}
