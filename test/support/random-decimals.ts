/** Random amounts with their exact sum, added up in another way than the product's: as integers of 10^-30. */
import { formatDecimal, parseDecimal } from '../../src/core/decimal.ts'

const PLACES = 30

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Decimals in canonical form of 1 to 30 digits, with up to 30 places and either sign; `total` is canonical too. */
export function randomDecimals(count: number, random: () => number): { texts: readonly string[]; total: string } {
  let sum = 0n
  const texts = Array.from({ length: count }, () => {
    const length = 1 + Math.floor(random() * 30)
    const digits = Array.from({ length }, () => String(Math.floor(random() * 10))).join('')
    const places = Math.floor(random() * (PLACES + 1))
    const negative = random() < 0.3
    const units = BigInt(digits) * 10n ** BigInt(PLACES - places)
    sum += negative ? -units : units
    return canonical(`${negative ? '-' : ''}${digits}e-${String(places)}`)
  })
  return { texts, total: canonical(`${String(sum)}e-${String(PLACES)}`) }
}

export function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  const all = [...values]
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const value = all[last]
    const swapped = all[other]
    if (value === undefined || swapped === undefined) continue
    all[last] = swapped
    all[other] = value
  }
  return all
}

function canonical(text: string): string {
  const decimal = parseDecimal(text)
  if (!decimal) throw new TypeError(`Not a decimal: ${text}`)
  return formatDecimal(decimal)
}
