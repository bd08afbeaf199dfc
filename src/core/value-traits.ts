import { isControl, isSpace } from './characters.ts'
import { type DecodedText, decodeWithNotes } from './decode.ts'
import type { Span } from './postback.ts'
import type { Token } from './query.ts'
import { visibleSegments } from './visible.ts'

/** What the characters of one value are like, each with the places in the raw target. Empty: not the case. */
export interface ValueTraits {
  readonly percentInvalid: readonly Span[]
  readonly utf8Invalid: readonly Span[]
  /** Escapes that are still there after decoding once. */
  readonly doubleEncoded: readonly Span[]
  readonly plus: readonly Span[]
  readonly edgeWhitespace: readonly Span[]
  readonly innerWhitespace: readonly Span[]
  readonly control: readonly Span[]
  readonly invisible: readonly Span[]
  readonly entity: readonly Span[]
  readonly nonAscii: readonly Span[]
}

const NONE: readonly Span[] = []

/** The traits of nearly every value: nothing remarkable. Compare by identity to skip every rule on characters. */
export const PLAIN_VALUE: ValueTraits = {
  percentInvalid: NONE,
  utf8Invalid: NONE,
  doubleEncoded: NONE,
  plus: NONE,
  edgeWhitespace: NONE,
  innerWhitespace: NONE,
  control: NONE,
  invisible: NONE,
  entity: NONE,
  nonAscii: NONE,
}

const ESCAPE = /%[0-9a-f]{2}/gi
/** What `&curren`, `&para`, `&sect`, `&copy`, `&reg`, `&times` and `&not` become, before the rest of a name. */
const ENTITY = /[¤¶§©®×¬](?=\p{L}|_[\w.-]*=)/gu
/** Letters beyond ASCII and their marks: between two of them a joiner shapes a script such as Persian. */
const SHAPED_LETTER = /^[^\p{ASCII}]$/u
const REPLACEMENT = 0xfffd
/** Only such characters can be invisible without being a control or a space, or stand for an entity. */
const BEYOND_ASCII = /[^\p{ASCII}\ufffd]/u

function isPlain(token: Token): boolean {
  const { raw, text } = token
  if (raw !== text) return false
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code < 0x21 || code > 0x7e || code === 0x25) return false
  }
  return true
}

/** Looks at every character of a value once. Each one counts for one trait only, the most telling. */
export function readTraits(token: Token): ValueTraits {
  return isPlain(token) ? PLAIN_VALUE : inspect(token)
}

function inspect(token: Token): ValueTraits {
  const decoded = decodeWithNotes(token.raw)
  const { text } = decoded
  const offset = token.span.start
  const at = (index: number, length: number): Span => rawSpan(decoded, offset, index, length)
  const shift = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset })

  const edgeWhitespace: Span[] = []
  const innerWhitespace: Span[] = []
  const control: Span[] = []
  const invisible: Span[] = []
  const nonAscii: Span[] = []
  const plus: Span[] = []

  const beyondAscii = BEYOND_ASCII.test(text)
  const hidden = beyondAscii ? hiddenIndexes(text) : null
  const entities = beyondAscii ? entityIndexes(text) : null
  let first = 0
  let last = text.length - 1
  while (first <= last && isSpace(text.charCodeAt(first))) first += 1
  while (last > first && isSpace(text.charCodeAt(last))) last -= 1

  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x21 && code <= 0x7e) continue
    if (isSpace(code)) {
      // A `+` is a finding of its own, wherever it stands.
      if (token.raw.charCodeAt(decoded.starts[index] ?? 0) === 0x2b) plus.push(at(index, 1))
      else if (index < first || index > last) edgeWhitespace.push(at(index, 1))
      else if (isControl(code)) control.push(at(index, 1))
      else if (code === 0x2028 || code === 0x2029) invisible.push(at(index, 1))
      else innerWhitespace.push(at(index, 1))
    } else if (isControl(code)) {
      control.push(at(index, 1))
    } else if (hidden?.has(index)) {
      invisible.push(at(index, 1))
    } else if (!(entities?.has(index) || (code === REPLACEMENT && decoded.utf8Invalid.length > 0))) {
      nonAscii.push(at(index, 1))
    }
  }
  return {
    percentInvalid: decoded.percentInvalid.map(shift),
    utf8Invalid: decoded.utf8Invalid.map(shift),
    doubleEncoded: token.raw.includes('%25') ? [...text.matchAll(ESCAPE)].map((escape) => at(escape.index, 3)) : NONE,
    plus,
    edgeWhitespace: merged(edgeWhitespace),
    innerWhitespace: merged(innerWhitespace),
    control: merged(control),
    invisible: merged(invisible),
    entity: entities ? [...entities].map((index) => at(index, 1)) : NONE,
    nonAscii: merged(nonAscii),
  }
}

/** Where in the raw target `length` units of the decoded text came from. */
function rawSpan(decoded: DecodedText, offset: number, index: number, length: number): Span {
  const start = decoded.starts[index] ?? 0
  // Both halves of a surrogate pair come from the same place, so the next different place ends the stretch.
  let next = index + length
  while (next < decoded.text.length && decoded.starts[next] === start) next += 1
  return { start: start + offset, end: (decoded.starts[next] ?? start) + offset }
}

/** Neighbouring and repeated stretches become one. */
function merged(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const result: Span[] = []
  for (const span of spans) {
    const before = result.at(-1)
    if (before && span.start <= before.end) {
      result[result.length - 1] = { start: before.start, end: Math.max(before.end, span.end) }
    } else {
      result.push(span)
    }
  }
  return result
}

/** Indexes of the characters that are only ever shown as escapes; null where there are none. */
function hiddenIndexes(text: string): ReadonlySet<number> | null {
  let indexes: Set<number> | null = null
  let index = 0
  for (const segment of visibleSegments(text)) {
    if (!segment.escaped) {
      index += segment.text.length
      continue
    }
    const length = (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
    if (!joinsLetters(text, index)) {
      indexes ??= new Set()
      for (let unit = 0; unit < length; unit += 1) indexes.add(index + unit)
    }
    index += length
  }
  return indexes
}

function joinsLetters(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code !== 0x200c && code !== 0x200d) return false
  const before = text.charAt(index - 1)
  const after = text.charAt(index + 1)
  return SHAPED_LETTER.test(before) && SHAPED_LETTER.test(after) && /\p{L}|\p{M}/u.test(before)
}

function entityIndexes(text: string): ReadonlySet<number> | null {
  let indexes: Set<number> | null = null
  for (const match of text.matchAll(ENTITY)) {
    indexes ??= new Set()
    indexes.add(match.index)
  }
  return indexes
}
