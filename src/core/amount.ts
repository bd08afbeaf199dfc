import { type AmountProblem, explainAmount } from './amount-problem.ts'
import { isDigit, trimSpace } from './characters.ts'
import { compareDecimals, type Decimal, formatDecimal, parseDecimal } from './decimal.ts'

export { compareDecimals, decimalSortKey } from './decimal.ts'
export { addDecimals, sumAmounts, sumDecimals } from './exact-sum.ts'

/** How the text of an amount with a value is written, where that is worth saying. */
export interface AmountTraits {
  /** Below zero; `-0` is not. */
  readonly negative: boolean
  readonly zero: boolean
  readonly plusSign: boolean
  readonly exponent: boolean
  /** No digit on one side of the point. */
  readonly barePoint: boolean
  readonly leadingZeros: boolean
  /** Zeros at the end of a fraction. */
  readonly trailingZeros: boolean
  /** A double would not keep every digit. */
  readonly beyondDouble: boolean
}

/**
 * An amount as it arrived and as it is understood. `value` is the exact decimal in canonical form (see decimal.ts),
 * or null where the text is none without guessing; then `problem` says why.
 */
export interface AmountReading {
  readonly text: string
  readonly value: string | null
  readonly problem: AmountProblem | null
  readonly traits: AmountTraits
}

/** Nothing to say. Compare by identity to skip every rule on how an amount is written. */
export const PLAIN_AMOUNT: AmountTraits = {
  negative: false,
  zero: false,
  plusSign: false,
  exponent: false,
  barePoint: false,
  leadingZeros: false,
  trailingZeros: false,
  beyondDouble: false,
}

/** Up to here every decimal survives a double unchanged: 15 digits (DBL_DIG), well inside the exponent's range. */
const SAFE_DIGITS = 15
const SAFE_EXPONENT = 300n

/**
 * Reads an amount: a plain decimal with an optional sign, a bare point and an exponent has a value; nothing is
 * guessed. Whitespace around it does not take the value away. Time and memory are linear in the text's length,
 * however large an exponent it names.
 */
export function readAmount(text: string): AmountReading {
  if (isSmallInteger(text)) return { text, value: text, problem: null, traits: PLAIN_AMOUNT }
  const trimmed = trimSpace(text)
  const decimal = parseDecimal(trimmed)
  if (!decimal) return { text, value: null, problem: explainAmount(trimmed), traits: PLAIN_AMOUNT }
  return { text, value: formatDecimal(decimal), problem: null, traits: traitsOf(trimmed, decimal) }
}

/** Nearly every amount, without sign or needless zeros: its own canonical form. */
function isSmallInteger(text: string): boolean {
  if (text.length === 0 || text.length > SAFE_DIGITS || text.charCodeAt(0) === 0x30) return false
  for (let at = 0; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

function traitsOf(text: string, decimal: Decimal): AmountTraits {
  const sign = text.charAt(0)
  const unsigned = sign === '-' || sign === '+' ? text.slice(1) : text
  const exponentAt = unsigned.search(/e/i)
  const mantissa = exponentAt < 0 ? unsigned : unsigned.slice(0, exponentAt)
  const pointAt = mantissa.indexOf('.')
  return {
    negative: decimal.negative,
    zero: decimal.digits === '',
    plusSign: sign === '+',
    exponent: exponentAt >= 0,
    barePoint: pointAt === 0 || pointAt === mantissa.length - 1,
    leadingZeros: mantissa.charCodeAt(0) === 0x30 && isDigit(mantissa.charCodeAt(1)),
    trailingZeros: pointAt >= 0 && mantissa.endsWith('0'),
    beyondDouble: isBeyondDouble(text, decimal),
  }
}

/** Whether the nearest double, written as short as it can be, is another number than this one. */
function isBeyondDouble(text: string, { digits, exponent }: Decimal): boolean {
  if (digits.length <= SAFE_DIGITS && exponent <= SAFE_EXPONENT && exponent >= -SAFE_EXPONENT) return false
  // The one place where a double is made, for the question about doubles is what it answers.
  const rendered = String(Number(text))
  return parseDecimal(rendered) === null || compareDecimals(rendered, text) !== 0
}
