import { seededRandom } from '../../support/random-decimals.ts'

/** One measured value at a time, in minutes since the start. */
export interface Point {
  readonly at: number
  readonly value: number
}

/** What a curve does once it is warm. Slopes are in units a minute. */
export interface Trend {
  readonly slope: number
  /** 95 % of what the slope may be. */
  readonly low: number
  readonly high: number
  /** What it grows over the whole span at this slope. */
  readonly growth: number
  /** How far single values lie from the line (a robust standard deviation). */
  readonly noise: number
  readonly withinNoise: boolean
}

const MOST_BINS = 40
const DRAWS = 200
/** Neighbours are alike: they are drawn together. */
const BLOCK = 4
/** The median of distances, made comparable with a standard deviation. */
const ROBUST = 1.4826

/**
 * The trend of a curve: Theil and Sen's slope, which a few wild values do not move, and an interval from redrawn
 * residuals. It is beyond the noise where it surely rises, by more than three deviations over the span, and by more than
 * `floor`, which is less than anybody would call a leak. Null for fewer than 8 values.
 */
export function trendOf(points: readonly Point[], floor: number, seed = 1): Trend | null {
  const binned = bins(points)
  const first = binned[0]
  const last = binned.at(-1)
  if (binned.length < 8 || first === undefined || last === undefined) return null
  const slope = theilSen(binned)
  const middle = median(binned.map(({ at, value }) => value - slope * at))
  const residuals = binned.map(({ at, value }) => value - slope * at - middle)
  const noise = ROBUST * median(residuals.map(Math.abs))
  const random = seededRandom(seed)
  const slopes = Array.from({ length: DRAWS }, () => {
    const drawn = redrawn(residuals, random)
    return theilSen(binned.map(({ at }, index) => ({ at, value: slope * at + (drawn[index] ?? 0) })))
  }).sort((a, b) => a - b)
  const low = slopes[Math.floor(DRAWS * 0.025)] ?? slope
  const high = slopes[Math.floor(DRAWS * 0.975)] ?? slope
  const growth = slope * (last.at - first.at)
  return { slope, low, high, growth, noise, withinNoise: !(low > 0 && growth > 3 * noise && growth > floor) }
}

/** The median of the slopes between every two points. */
export function theilSen(points: readonly Point[]): number {
  const slopes: number[] = []
  for (const [index, left] of points.entries()) {
    for (const right of points.slice(index + 1)) {
      if (right.at !== left.at) slopes.push((right.value - left.value) / (right.at - left.at))
    }
  }
  return median(slopes)
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** At most so many points, each the median of its neighbours. */
function bins(points: readonly Point[]): readonly Point[] {
  const size = Math.ceil(points.length / MOST_BINS)
  const out: Point[] = []
  for (let from = 0; from < points.length; from += size) {
    const some = points.slice(from, from + size)
    out.push({ at: median(some.map(({ at }) => at)), value: median(some.map(({ value }) => value)) })
  }
  return out
}

function redrawn(residuals: readonly number[], random: () => number): readonly number[] {
  const out: number[] = []
  while (out.length < residuals.length) {
    const from = Math.floor(random() * Math.max(1, residuals.length - BLOCK + 1))
    out.push(...residuals.slice(from, from + BLOCK))
  }
  return out.slice(0, residuals.length)
}

const BARS = '▁▂▃▄▅▆▇█'

/** A curve as one line of text, from its least to its greatest value. */
export function sparkline(values: readonly number[], width = 60): string {
  const size = Math.max(1, Math.ceil(values.length / width))
  const shown: number[] = []
  for (let from = 0; from < values.length; from += size) shown.push(median(values.slice(from, from + size)))
  const least = Math.min(...shown)
  const span = Math.max(...shown) - least
  return shown
    .map((value) => BARS[span === 0 ? 0 : Math.round(((value - least) / span) * (BARS.length - 1))] ?? '')
    .join('')
}
