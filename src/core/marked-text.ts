import type { Span } from './postback.ts'
import { visibleSegments } from './visible.ts'

/**
 * A stretch of a text as it is shown, marked or not. `gap`: a place between two characters that is marked, because
 * another text has more there; its `text` is empty. `start` is its offset in the text.
 */
export interface MarkedSegment {
  readonly start: number
  readonly text: string
  readonly escaped: boolean
  readonly marked: boolean
  readonly gap: boolean
}

/** Cuts a text at its marks, with everything invisible as escapes. */
export function markedSegments(text: string, marks: readonly Span[]): readonly MarkedSegment[] {
  const gaps = marks.filter(({ start, end }) => start === end).map(({ start }) => start)
  const cuts = new Set(marks.flatMap(({ start, end }) => [start, end]))
  const out: MarkedSegment[] = []
  const isMarked = (at: number): boolean => marks.some(({ start, end }) => start <= at && at < end)
  const put = (start: number, shown: string, escaped: boolean): void => {
    out.push({ start, text: shown, escaped, marked: isMarked(start), gap: false })
  }
  const putGap = (at: number): void => {
    if (gaps.includes(at)) out.push({ start: at, text: '', escaped: false, marked: true, gap: true })
  }
  let at = 0
  for (const segment of visibleSegments(text)) {
    if (segment.escaped) {
      putGap(at)
      put(at, segment.text, true)
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      continue
    }
    const end = at + segment.text.length
    const places = [at, ...[...cuts].filter((cut) => cut > at && cut < end).sort((a, b) => a - b), end]
    for (const [index, from] of places.slice(0, -1).entries()) {
      putGap(from)
      put(from, text.slice(from, places[index + 1]), false)
    }
    at = end
  }
  putGap(at)
  return out
}

/** The text as one line, and under it a line of `^` where it is marked; a gap has its sign between two characters. */
export function markedLines(text: string, marks: readonly Span[]): readonly [text: string, marks: string] {
  let line = ''
  let under = ''
  for (const segment of markedSegments(text, marks)) {
    const shown = segment.gap ? '_' : segment.text
    line += shown
    under += (segment.marked ? '^' : ' ').repeat(Array.from(shown).length)
  }
  return [line, under.trimEnd()]
}
