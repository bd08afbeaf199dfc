import { formatDecimal, isWithinSumBound, parseDecimal } from './decimal.ts'

/** What a sum took in. `total` is canonical; `leftOut` counts what has no value or lies beyond the bound. */
export interface DecimalSum {
  readonly total: string
  readonly included: number
  readonly leftOut: number
}

/** A sum that grows: exact, in whatever order its values come. */
export interface ExactSum {
  /** Takes an exact decimal in; false, and nothing is added, where it is none or lies beyond the bound of sums. */
  add(value: string | null): boolean
  result(): DecimalSum
}

/** Up to here a whole number, and the sum of many, is exact in a double: they are gathered before a BigInt is made. */
const SMALL_DIGITS = 9
const MOST_GATHERED = 2 ** 52

/**
 * Adds on one BigInt whose scale grows with the values' decimal places: at most the 800 or so digits that the bound
 * leaves, and far fewer for rewards.
 */
export function createExactSum(): ExactSum {
  /** The sum is `coefficient × 10^-scale + gathered`. */
  let coefficient = 0n
  let scale = 0
  let gathered = 0
  let included = 0
  let leftOut = 0
  const powers: bigint[] = []
  const powerOfTen = (exponent: number): bigint => (powers[exponent] ??= 10n ** BigInt(exponent))

  /** Adds `addend × 10^-places`. */
  const addScaled = (addend: bigint, places: number): void => {
    if (places > scale) {
      coefficient = coefficient * powerOfTen(places - scale) + addend
      scale = places
    } else {
      coefficient += places === scale ? addend : addend * powerOfTen(scale - places)
    }
  }
  const bringIn = (): void => {
    addScaled(BigInt(gathered), 0)
    gathered = 0
  }

  return {
    add(value) {
      const small = value === null ? -1 : smallInteger(value)
      if (small >= 0) {
        gathered += small
        if (gathered > MOST_GATHERED) bringIn()
        included += 1
        return true
      }
      const decimal = value === null ? null : parseDecimal(value)
      if (!decimal || !isWithinSumBound(decimal)) {
        leftOut += 1
        return false
      }
      included += 1
      if (decimal.digits === '') return true
      const places = decimal.digits.length - Number(decimal.exponent)
      addScaled(BigInt(decimal.negative ? `-${decimal.digits}` : decimal.digits), places)
      return true
    },
    result() {
      bringIn()
      return { total: canonical(coefficient, scale), included, leftOut }
    },
  }
}

/** The value of a text of a few digits and nothing else; -1 for any other. */
function smallInteger(text: string): number {
  if (text.length === 0 || text.length > SMALL_DIGITS) return -1
  let value = 0
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function canonical(coefficient: bigint, scale: number): string {
  const decimal = parseDecimal(`${String(coefficient)}e${String(-scale)}`)
  return decimal ? formatDecimal(decimal) : '0'
}

/** The exact sum of what can be summed, in any order the same, and how much could not. `null` has no value. */
export function sumAmounts(values: Iterable<string | null>): DecimalSum {
  const sum = createExactSum()
  for (const value of values) sum.add(value)
  return sum.result()
}

/** The exact sum. Throws a RangeError where a value is not summable: ask `isSummable`, or use `sumAmounts`. */
export function sumDecimals(values: Iterable<string>): string {
  const { total, leftOut } = sumAmounts(values)
  if (leftOut > 0) throw new RangeError('A value is no decimal within the bounds of a sum.')
  return total
}

/** `a + b`, exactly. Throws like `sumDecimals`. */
export function addDecimals(a: string, b: string): string {
  return sumDecimals([a, b])
}
