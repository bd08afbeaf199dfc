/** What a bound is counted in: bytes, ms, or pieces of something. */
export type LimitUnit = 'bytes' | 'ms' | 'count'

export const KIB = 1024
export const MIB = 1024 * KIB
export const GIB = 1024 * MIB
export const SECOND = 1000

const FACTORS = {
  bytes: [
    ['GiB', GIB],
    ['MiB', MIB],
    ['KiB', KIB],
    ['bytes', 1],
  ],
  ms: [
    ['s', SECOND],
    ['ms', 1],
  ],
  count: [],
} as const satisfies Record<LimitUnit, readonly (readonly [string, number])[]>

/** A value as people write it, exactly: `16 KiB`, `660 s`, `1024`. */
export function formatLimit(value: number, unit: LimitUnit): string {
  for (const [word, factor] of FACTORS[unit]) {
    if (value % factor === 0 && (value >= factor || factor === 1)) return `${String(value / factor)} ${word}`
  }
  return String(value)
}

/** Reads `16 KiB`, `16kib`, `10 s`, `250ms` or a bare number of bytes or ms; null where it is none of these. */
export function parseLimit(text: string, unit: LimitUnit): number | null {
  const [, digits = '', word = ''] = /^(\d{1,15})\s*([a-z]*)$/i.exec(text.trim()) ?? []
  if (digits === '') return null
  const wanted = word.toLowerCase()
  if (wanted === '') return Number(digits)
  const found = FACTORS[unit].find(([name]) => name.toLowerCase() === wanted)
  const value = found === undefined ? Number.NaN : Number(digits) * found[1]
  return Number.isSafeInteger(value) ? value : null
}
