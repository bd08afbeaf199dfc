/**
 * Exact decimals as text, without floating point anywhere.
 *
 * **Canonical form.** Every number has exactly one: `0`; or an optional `-`, then digits without needless zeros,
 * with a point where there is a fraction (`12.5`, `-0.05`, `1000`). Where writing it out would take more than
 * 40 zeros that are not in its digits, it is scientific instead: one digit, the others behind a point, `e` and
 * the exponent without plus or leading zeros (`1e999999999`, `-1.5e-400`). Nothing is ever expanded beyond that,
 * so every operation but a sum is linear in the length of the text.
 */
export interface Decimal {
  readonly negative: boolean
  /** Significant digits, no zeros at either end; empty for zero. The value is `0.DIGITS × 10^exponent`. */
  readonly digits: string
  readonly exponent: bigint
}

/** A plain decimal: optional sign, digits with at most one point, optional exponent. */
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
const MOST_ADDED_ZEROS = 40n

/** Digits of a summable number lie between 10^-400 and 10^400: enough for any reward, and small to add. */
const SUM_EXPONENT_BOUND = 400n

/** Reads a plain decimal, or null where the text is none. Leading and trailing zeros do not matter. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const all = whole + fraction
  let first = 0
  while (first < all.length && all.charCodeAt(first) === 0x30) first += 1
  let end = all.length
  while (end > first && all.charCodeAt(end - 1) === 0x30) end -= 1
  if (first === end) return { negative: false, digits: '', exponent: 0n }
  return {
    negative: sign === '-',
    digits: all.slice(first, end),
    exponent: BigInt(exponent.startsWith('+') ? exponent.slice(1) : exponent) + BigInt(whole.length - first),
  }
}

/** The canonical form, see above. */
export function formatDecimal({ negative, digits, exponent }: Decimal): string {
  if (digits === '') return '0'
  const sign = negative ? '-' : ''
  const length = BigInt(digits.length)
  if (exponent > length + MOST_ADDED_ZEROS || exponent < -MOST_ADDED_ZEROS) {
    const rest = digits.slice(1)
    return `${sign}${digits.charAt(0)}${rest === '' ? '' : `.${rest}`}e${String(exponent - 1n)}`
  }
  const point = Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

function parsed(text: string): Decimal {
  const decimal = parseDecimal(text)
  if (!decimal) throw new TypeError('Not an exact decimal.')
  return decimal
}

/** Negative, zero or positive, as for sorting. Takes exact decimals (`readAmount(…).value`); else a TypeError. */
export function compareDecimals(a: string, b: string): number {
  const left = parsed(a)
  const right = parsed(b)
  const signs = signOf(left) - signOf(right)
  if (signs !== 0 || left.digits === '') return signs
  const bySize =
    left.exponent === right.exponent ? compareText(left.digits, right.digits) : left.exponent < right.exponent ? -1 : 1
  // Never -0, which is not the same as 0 to whoever asks with Object.is.
  return left.negative && bySize !== 0 ? -bySize : bySize
}

function signOf({ digits, negative }: Decimal): number {
  return digits === '' ? 0 : negative ? -1 : 1
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/**
 * A key whose plain string order (by code unit or byte) is the numeric order; equal numbers have equal keys.
 * ASCII digits and `~` only. Zero is `1`; positive numbers are `2`, exponent, digits; negative ones are `0` and
 * the same with every digit complemented, closed by `~` so that more digits sort lower. The exponent is its sign,
 * then its length's length, its length and its digits, so that longer means larger.
 */
export function decimalSortKey(value: string): string {
  const { negative, digits, exponent } = parsed(value)
  if (digits === '') return '1'
  const size = exponentKey(exponent) + digits
  return negative ? `0${complement(size)}~` : `2${size}`
}

function exponentKey(exponent: bigint): string {
  const magnitude = String(exponent < 0n ? -exponent : exponent)
  const length = String(magnitude.length)
  const key = `${String(length.length)}${length}${magnitude}`
  return exponent < 0n ? `0${complement(key)}` : `1${key}`
}

function complement(digits: string): string {
  let result = ''
  for (let at = 0; at < digits.length; at += 1) result += String(9 - (digits.charCodeAt(at) - 0x30))
  return result
}

/** Whether every digit lies between 10^-400 and 10^400; sums take nothing else, so a stranger cannot make them slow. */
export function isSummable(value: string): boolean {
  return isWithinSumBound(parsed(value))
}

/** The same of a number that is read already. */
export function isWithinSumBound({ digits, exponent }: Decimal): boolean {
  return digits === '' || (exponent <= SUM_EXPONENT_BOUND && exponent - BigInt(digits.length) >= -SUM_EXPONENT_BOUND)
}
