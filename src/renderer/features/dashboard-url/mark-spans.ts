import type { Span } from '../../../core/postback.ts'

export interface MarkedPart {
  readonly start: number
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text where marks begin and end; overlapping spans become one mark. Joining the parts gives the text. */
export function markSpans(text: string, spans: readonly Span[]): readonly MarkedPart[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of spans) {
    if (start < end) cuts.add(clamp(start, text)).add(clamp(end, text))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).flatMap((start, index) => {
    const end = places[index + 1] ?? text.length
    const marked = spans.some((span) => span.start <= start && end <= span.end)
    return start === end ? [] : [{ start, text: text.slice(start, end), marked }]
  })
}

function clamp(place: number, text: string): number {
  return Math.min(Math.max(place, 0), text.length)
}
