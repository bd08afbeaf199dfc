import type { FieldReading } from './fields.ts'
import type { Span } from './postback.ts'
import type { Piece, Token } from './query.ts'

/** A separator that did not separate, so that one value or name holds several parameters. */
export interface Swallowed {
  readonly code: 'separators-encoded' | 'semicolon-separator' | 'question-mark-repeated'
  readonly piece: Piece
  /** The name of the first parameter that was swallowed; may be empty behind a stray `?`. */
  readonly name: string
  readonly evidence: Span
}

const NAME = '[\\w.\\-[\\]]'
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
  const mark = name.raw.lastIndexOf('?')
  if (mark >= 0) {
    const start = name.span.start + mark
    return {
      code: 'question-mark-repeated',
      piece,
      name: name.text.slice(name.text.lastIndexOf('?') + 1),
      evidence: { start, end: start + 1 },
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
  const ampersand = text.includes('&') ? swallowedName(text, AFTER_AMPERSAND, own, fields) : null
  if (ampersand) return { code: 'separators-encoded', piece, name: ampersand.name, evidence: value.span }
  const semicolon = text.includes(';') ? swallowedName(text, AFTER_SEMICOLON, own, fields) : null
  if (semicolon) return { code: 'semicolon-separator', piece, name: semicolon.name, evidence: value.span }
  const mark = raw.includes('?') ? swallowedName(raw, AFTER_QUESTION_MARK, true, fields) : null
  if (!mark) return null
  const start = value.span.start + mark.index
  return { code: 'question-mark-repeated', piece, name: mark.name, evidence: { start, end: start + 1 } }
}

function swallowedName(
  text: string,
  pattern: RegExp,
  anyName: boolean,
  fields: readonly FieldReading[],
): { name: string; index: number } | null {
  const scheme = text.indexOf('://')
  for (const match of text.matchAll(pattern)) {
    const name = match[1] ?? ''
    // Behind a scheme it is the query of a URL that is itself the value.
    const plausible = anyName && (scheme < 0 || scheme > match.index)
    if (plausible || fields.some(({ state, param }) => state === 'missing' && param === name)) {
      return { name, index: match.index }
    }
  }
  return null
}
