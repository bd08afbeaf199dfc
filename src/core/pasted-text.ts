import type { Span } from './postback.ts'

/** A text that was changed step by step, each character still knowing which part of the original it came from. */
export interface PastedText {
  readonly text: string
  /** By character of `text`: where its part of the original starts and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Where an empty stretch at the end of `text` lies in the original. */
  readonly tail: number
}

export function pastedText(original: string): PastedText {
  const starts = Array.from({ length: original.length }, (_, index) => index)
  return { text: original, starts, ends: starts.map((start) => start + 1), tail: original.length }
}

/** The part of the original that a stretch of the present text came from. */
export function originalSpan(pasted: PastedText, start: number, end: number): Span {
  const from = pasted.starts[start] ?? pasted.tail
  return { start: from, end: start < end ? (pasted.ends[end - 1] ?? pasted.tail) : from }
}

export function slicePasted(pasted: PastedText, start: number, end = pasted.text.length): PastedText {
  return {
    text: pasted.text.slice(start, end),
    starts: pasted.starts.slice(start, end),
    ends: pasted.ends.slice(start, end),
    tail: pasted.starts[end] ?? pasted.tail,
  }
}

/**
 * Like `String.replace`; every character put in stands for the whole match. Null leaves the match
 * as it is. `spans` are the matches that were replaced, in the original.
 */
export function replacePasted(
  pasted: PastedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string | null,
): { readonly pasted: PastedText; readonly spans: readonly Span[] } {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const spans: Span[] = []
  let copied = 0
  const copyUntil = (index: number): void => {
    pieces.push(pasted.text.slice(copied, index))
    for (; copied < index; copied += 1) {
      starts.push(pasted.starts[copied] ?? pasted.tail)
      ends.push(pasted.ends[copied] ?? pasted.tail)
    }
  }
  for (const match of pasted.text.matchAll(pattern)) {
    const text = replacement(match)
    if (text === null) continue
    copyUntil(match.index)
    const span = originalSpan(pasted, match.index, match.index + match[0].length)
    pieces.push(text)
    for (let index = 0; index < text.length; index += 1) {
      starts.push(span.start)
      ends.push(span.end)
    }
    copied = match.index + match[0].length
    spans.push(span)
  }
  copyUntil(pasted.text.length)
  return { pasted: { text: pieces.join(''), starts, ends, tail: pasted.tail }, spans }
}
