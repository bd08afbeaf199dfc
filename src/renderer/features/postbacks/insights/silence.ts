import type { SliceFigures } from './span.ts'

/** A pause that shows in a chart: `[from, to)` in ms, as exactly as its slices tell. */
export interface Silence {
  readonly from: number
  readonly to: number
}

/** Fewer empty slices in a row than these are no pause to speak of. */
const LEAST_SLICES = 3

/** The longest run of empty slices between two in which something came; null where there is none to speak of. */
export function longestSilence(slices: readonly SliceFigures[]): Silence | null {
  let longest: Silence | null = null
  let lastEnd: number | null = null
  for (const { from, to, total } of slices) {
    if (total === 0) continue
    const isLong = lastEnd !== null && from - lastEnd >= LEAST_SLICES * (to - from)
    if (lastEnd !== null && isLong && (longest === null || from - lastEnd > longest.to - longest.from)) {
      longest = { from: lastEnd, to: from }
    }
    lastEnd = to
  }
  return longest
}
