import type { Span } from './postback.ts'

/**
 * A decoded text with the way back to what was received. `starts[i]` is the offset in the raw text that the
 * UTF-16 unit `i` of `text` came from; one more entry holds the raw length. Spans are offsets into the raw text.
 */
export interface DecodedText {
  readonly text: string
  readonly starts: readonly number[]
  /** Each `%` that is not followed by two hex digits. */
  readonly percentInvalid: readonly Span[]
  /** Each run of bytes that is not UTF-8, as decoding replaced it. */
  readonly utf8Invalid: readonly Span[]
}

interface Notes {
  readonly starts: number[]
  readonly percentInvalid: Span[]
  readonly utf8Invalid: Span[]
}

const PERCENT = 0x25
const PLUS = 0x2b
const REPLACEMENT = '\ufffd'

/** The value of a hex digit's character code, or -1. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** The byte that the `%` at `at` introduces, or -1 where no two hex digits follow. */
export function escapedByte(raw: string, at: number): number {
  if (at + 2 >= raw.length) return -1
  const high = hexDigit(raw.charCodeAt(at + 1))
  const low = hexDigit(raw.charCodeAt(at + 2))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function needsDecoding(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code === PERCENT || code === PLUS || code > 0x7f) return true
  }
  return false
}

/**
 * Decodes one name or value of a query: `+` is a space, `%XX` a byte, bytes are lossy UTF-8 (each maximal invalid
 * run becomes U+FFFD, as in the WHATWG Encoding Standard; a byte order mark is kept). Never throws.
 * `raw` holds one character a byte, as the wire does; characters beyond U+00FF pass through unchanged.
 */
export function decodeComponent(raw: string): string {
  return needsDecoding(raw) ? decode(raw, null) : raw
}

/** Like `decodeComponent`, with the way back and with what was wrong: slower, for what needs a closer look. */
export function decodeWithNotes(raw: string): DecodedText {
  const notes: Notes = { starts: [], percentInvalid: [], utf8Invalid: [] }
  const text = decode(raw, notes)
  notes.starts.push(raw.length)
  return { text, ...notes }
}

function decode(raw: string, notes: Notes | null): string {
  let out = ''
  /** Plain characters since here are not copied yet. */
  let runStart = 0
  /** The UTF-8 sequence under way: how many bytes it still needs, and the range its next byte must be in. */
  let needed = 0
  let point = 0
  let lowest = 0x80
  let highest = 0xbf
  let sequenceStart = 0

  const emit = (text: string, from: number): void => {
    out += text
    if (notes) for (let unit = 0; unit < text.length; unit += 1) notes.starts.push(from)
  }
  const copyRun = (until: number): void => {
    if (runStart >= until) return
    out += raw.slice(runStart, until)
    if (notes) for (let at = runStart; at < until; at += 1) notes.starts.push(at)
  }
  const emitInvalid = (from: number, until: number): void => {
    emit(REPLACEMENT, from)
    notes?.utf8Invalid.push({ start: from, end: until })
  }

  let at = 0
  while (at < raw.length) {
    const code = raw.charCodeAt(at)
    let byte = -1
    let next = at + 1
    if (code === PERCENT) {
      byte = escapedByte(raw, at)
      if (byte >= 0) next = at + 3
      else notes?.percentInvalid.push({ start: at, end: next })
    } else if (code > 0x7f && code <= 0xff) {
      byte = code
    }

    if (needed > 0) {
      if (byte >= lowest && byte <= highest) {
        point = (point << 6) | (byte & 0x3f)
        lowest = 0x80
        highest = 0xbf
        needed -= 1
        if (needed === 0) emit(String.fromCodePoint(point), sequenceStart)
        runStart = next
        at = next
        continue
      }
      // Cut short: what was begun is invalid, and this byte begins anew.
      emitInvalid(sequenceStart, at)
      needed = 0
      runStart = at
    }

    if (byte >= 0) {
      copyRun(at)
      runStart = next
      if (byte < 0x80) {
        emit(String.fromCharCode(byte), at)
      } else if (byte >= 0xc2 && byte <= 0xf4) {
        needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
        point = byte & (0x3f >> needed)
        lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
        highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
        sequenceStart = at
      } else {
        emitInvalid(at, next)
      }
    } else if (code === PLUS) {
      copyRun(at)
      runStart = next
      emit(' ', at)
    }
    at = next
  }
  if (needed > 0) emitInvalid(sequenceStart, raw.length)
  else copyRun(raw.length)
  return out
}
