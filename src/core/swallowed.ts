import { decodeComponent } from './decode.ts'
import type { FieldReading } from './fields.ts'
import type { Span } from './postback.ts'
import type { Piece, Token } from './query.ts'

/** A separator that did not separate, so that one value or name holds several parameters. */
export interface Swallowed {
  readonly code: 'separators-encoded' | 'semicolon-separator' | 'question-mark-repeated'
  readonly piece: Piece
  /** The name of the first parameter that was swallowed. */
  readonly name: string
  readonly evidence: Span
}

const NAME = '[\\w.\\-[\\]]'
const WHOLE_NAME = new RegExp(`^${NAME}+$`)
const AFTER_AMPERSAND = new RegExp(`&(?:amp;)?(${NAME}+)=`, 'g')
const AFTER_SEMICOLON = new RegExp(`;(${NAME}+)=`, 'g')
const AFTER_QUESTION_MARK = new RegExp(`\\?(${NAME}+)=`, 'g')

/**
 * Looks for swallowed parameters. The two values that every mapping has give them away by any name; other values
 * may rightly hold such text (a URL, a content type), so there only a mapped name that is absent counts.
 */
export function findSwallowed(pieces: readonly Piece[], fields: readonly FieldReading[]): readonly Swallowed[] {
  let found: Swallowed[] | null = null
  for (const piece of pieces) {
    const swallowed = inName(piece, fields) ?? (piece.value ? inValue(piece, piece.value, fields) : null)
    if (!swallowed) continue
    if (found) found.push(swallowed)
    else found = [swallowed]
  }
  return found ?? NOTHING
}

const NOTHING: readonly Swallowed[] = []

function inName(piece: Piece, fields: readonly FieldReading[]): Swallowed | null {
  const { name } = piece
  if (fields.some(({ param }) => param === name.text)) return null
  const mark = name.raw.lastIndexOf('?')
  // Without a name and a “=” behind it (`&why?`) the mark parts nothing.
  if (mark >= 0 && piece.value !== null) {
    const behind = decodeComponent(name.raw.slice(mark + 1))
    if (WHOLE_NAME.test(behind) || fields.some(({ param }) => param === behind)) {
      const start = name.span.start + mark
      return { code: 'question-mark-repeated', piece, name: behind, evidence: { start, end: start + 1 } }
    }
  }
  // A decoded name has a “=” only where it was encoded.
  if (!name.text.includes('=')) return null
  for (const { state, param } of fields) {
    if (state === 'missing' && (name.text.startsWith(`${param}=`) || name.text.includes(`&${param}=`))) {
      return { code: 'separators-encoded', piece, name: param, evidence: name.span }
    }
  }
  return null
}

function inValue(piece: Piece, value: Token, fields: readonly FieldReading[]): Swallowed | null {
  const { raw, text } = value
  const field = fields.find(({ param }) => param === piece.name.text)
  const own = field !== undefined && field.role !== 'extra'

  // A decoded value has a “&” only where it was encoded.
  const ampersand = text.includes('&') ? swallowedName(text, AFTER_AMPERSAND, own ? urlAt(text) : 0, fields) : null
  if (ampersand) return { code: 'separators-encoded', piece, name: ampersand.name, evidence: value.span }
  const semicolon = text.includes(';') ? swallowedName(text, AFTER_SEMICOLON, own ? urlAt(text) : 0, fields) : null
  if (semicolon) return { code: 'semicolon-separator', piece, name: semicolon.name, evidence: value.span }
  if (!raw.includes('?')) return null
  // A parameter of the sender's own may hold a URL without its host, too.
  const mark = swallowedName(raw, AFTER_QUESTION_MARK, own ? urlAt(raw) : indexOr(raw.search(/\/|%2f/i)), fields)
  if (!mark) return null
  const start = value.span.start + mark.index
  return { code: 'question-mark-repeated', piece, name: mark.name, evidence: { start, end: start + 1 } }
}

/** Where a value becomes a URL: what stands behind is that URL's query. */
function urlAt(text: string): number {
  return indexOr(text.indexOf('://'))
}

function indexOr(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index
}

/** In front of `anyNameUntil` every name counts; from there on only a mapped one that is absent. */
function swallowedName(
  text: string,
  pattern: RegExp,
  anyNameUntil: number,
  fields: readonly FieldReading[],
): { name: string; index: number } | null {
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? ''
    if (match.index < anyNameUntil || fields.some(({ state, param }) => state === 'missing' && param === name)) {
      return { name, index: match.index }
    }
  }
  return null
}
