import { readAmount } from './amount.ts'
import { isDigit, isSpace, trimSpace } from './characters.ts'
import { compareDecimals } from './decimal.ts'
import { decodeComponent } from './decode.ts'
import type { DifferenceCause, FieldDifference } from './expectation.ts'
import { findMacro } from './macro.ts'

type Field = FieldDifference['field']

/** Two texts that this makes equal differ in this way alone. Told in this order. */
interface Way {
  readonly cause: DifferenceCause
  readonly fold: (text: string) => string
  /** Only where this field is compared. */
  readonly only?: Field
}

const FORMAT_CHARACTERS = /\p{Cf}/gu

const WAYS: readonly Way[] = [
  { cause: 'case', fold: (text) => text.toLowerCase() },
  { cause: 'trailing-zeros', fold: withoutTrailingZeros, only: 'reward_amount' },
  { cause: 'leading-zeros', fold: withoutLeadingZeros },
  { cause: 'plus-and-space', fold: (text) => text.replaceAll('+', ' ') },
  { cause: 'edge-whitespace', fold: trimSpace },
  { cause: 'inner-whitespace', fold: withoutInnerSpace },
  { cause: 'invisible-character', fold: (text) => text.replace(FORMAT_CHARACTERS, '') },
  { cause: 'unicode-form', fold: (text) => text.normalize('NFKC') },
]

/** Longer texts are compared as they are: what is expected is never so long. */
const LONGEST = 4_096

/**
 * Why the arrived text is not the expected one: the ways in which they differ, one where one explains it, two where
 * it takes both. The texts are not equal.
 */
export function causesOf(field: Field, expected: string, arrived: string | null): readonly DifferenceCause[] {
  if (arrived === null) return ['missing']
  if (arrived === '') return ['empty']
  if (findMacro({ raw: arrived, text: arrived, span: { start: 0, end: arrived.length } }) !== null)
    return ['macro-not-replaced']
  if (arrived.length > LONGEST) return ['another-value']
  const ways = WAYS.filter(({ only }) => only === undefined || only === field)
  for (const { cause, fold } of ways) if (fold(expected) === fold(arrived)) return [cause]
  const encoding = encodingCause(expected, arrived)
  if (encoding !== null) return [encoding]
  // Where all ways together do not make them equal, no two of them do: one look in place of many.
  const foldAll = (text: string): string => ways.reduce((folded, { fold }) => fold(folded), text)
  const pairs = foldAll(expected) === foldAll(arrived) ? ways : []
  for (const [index, first] of pairs.entries()) {
    const [left, right] = [first.fold(expected), first.fold(arrived)]
    for (const second of pairs.slice(index + 1)) {
      if (second.fold(left) === second.fold(right)) return [first.cause, second.cause]
    }
  }
  return field === 'reward_amount' && isSameNumber(expected, arrived) ? ['number-form'] : ['another-value']
}

function encodingCause(expected: string, arrived: string): DifferenceCause | null {
  const once = decoded(arrived)
  if (once === expected || decoded(once) === expected) return 'double-encoded'
  if (decoded(expected) === arrived) return 'encoded-expectation'
  if (misread(expected).includes(arrived)) return 'mojibake'
  if (arrived.includes('\ufffd') && withoutNonAscii(expected) === withoutNonAscii(arrived)) return 'not-utf8'
  return null
}

/** A text whose percent escapes are decoded once more; all else stays as it is. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  return decodeComponent(String.fromCharCode(...new TextEncoder().encode(text)))
}

/** What becomes of a text whose UTF-8 bytes are taken for single-byte characters. */
function misread(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text)
  return [String.fromCharCode(...bytes), new TextDecoder('windows-1252').decode(bytes)]
}

/** Runs of what is not ASCII, each as one sign. */
function withoutNonAscii(text: string): string {
  return text.replace(/[\u0080-\u{10ffff}]+/gu, '\ufffd')
}

function isSameNumber(expected: string, arrived: string): boolean {
  const [left, right] = [readAmount(expected).value, readAmount(arrived).value]
  return left !== null && right !== null && compareDecimals(left, right) === 0
}

/** `5.00`, `5.` and `5` alike. Counted by hand: a pattern would look at a long run of zeros again and again. */
function withoutTrailingZeros(text: string): string {
  const point = text.indexOf('.')
  if (point < 0) return text
  let end = text.length
  while (end > point + 1 && text.charCodeAt(end - 1) === 0x30) end -= 1
  return text.slice(0, end === point + 1 ? point : end)
}

/** Zeros before the first digit of each number in the text, so that `u_007` is like `u_7`; not behind a point. */
function withoutLeadingZeros(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const before = out.charCodeAt(out.length - 1)
    const isLeading = code === 0x30 && isDigit(text.charCodeAt(at + 1)) && !isDigit(before) && before !== 0x2e
    if (!isLeading) out += text.charAt(at)
  }
  return out
}

function withoutInnerSpace(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) out += text.charAt(at)
  return out
}
