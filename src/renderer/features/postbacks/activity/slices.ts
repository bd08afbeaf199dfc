import type { ActivityBucket } from '../../../../core/ports.ts'
import type { Outage } from '../../../../core/status.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Slice lengths that read well, in ms. */
const SLICES = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  DAY,
]
/** More bars than this cannot be told apart. */
const MOST_SLICES = 120
/** The contract gives no more. */
const MOST_BUCKETS = 1000

/** Spans that one press shows, as the filter box writes them. */
export const PRESETS = ['15m', '1h', '1d', '7d'] as const

/** A span cut into slices: `[from, to)` in ms, `from` a multiple of `sliceMs`. */
export interface Slices {
  readonly from: number
  readonly to: number
  readonly sliceMs: number
}

/** Cuts a span into at most 120 slices of a readable length; only spans of years get more, and longer ones. */
export function cutSpan(from: number, to: number): Slices {
  const span = Math.max(to - from, MINUTE)
  const fitting = SLICES.find((length) => span / length <= MOST_SLICES) ?? DAY
  const start = Math.floor((to - span) / fitting) * fitting
  const end = Math.max(start + fitting, Math.ceil(to / fitting) * fitting)
  return { from: Math.max(start, end - (MOST_BUCKETS - 1) * fitting), to: end, sliceMs: fitting }
}

/** The span shown where the filter names none: the shortest that still holds the newest arrival, an hour at least. */
export function spanForNewest(newestAt: number | null, now: number): number {
  if (newestAt === null) return HOUR
  const age = now - newestAt
  return [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY].find((span) => age < span * 0.9) ?? 365 * DAY
}

/** One bar: shares of the strip's width, and heights as shares of the tallest, from the bottom up. */
export interface Bar {
  readonly bucket: ActivityBucket
  readonly left: number
  readonly width: number
  readonly parts: readonly {
    readonly name: 'fail' | 'warn' | 'pass' | 'other'
    readonly from: number
    readonly to: number
  }[]
}

export function totalOf(bucket: ActivityBucket): number {
  return bucket.pass + bucket.warn + bucket.fail + bucket.other
}

/** Failures stand at the bottom, where their heights can be compared. */
export function barsOf(buckets: readonly ActivityBucket[], slices: Slices): readonly Bar[] {
  const shown = buckets.filter((bucket) => bucket.from >= slices.from && bucket.from < slices.to && totalOf(bucket) > 0)
  const tallest = shown.reduce((most, bucket) => Math.max(most, totalOf(bucket)), 1)
  const span = slices.to - slices.from
  return shown.map((bucket) => {
    let height = 0
    const parts = (['fail', 'warn', 'pass', 'other'] as const)
      .filter((name) => bucket[name] > 0)
      .map((name) => {
        const from = height
        height += bucket[name] / tallest
        return { name, from, to: height }
      })
    return { bucket, left: (bucket.from - slices.from) / span, width: slices.sliceMs / span, parts }
  })
}

/** Where an outage lies in the strip, as shares of its width; null where it lies outside. */
export function shadeOf(outage: Outage, slices: Slices, now: number): { left: number; width: number } | null {
  const from = Math.max(outage.from, slices.from)
  const to = Math.min(outage.to ?? now, slices.to)
  if (to <= from) return null
  const span = slices.to - slices.from
  return { left: (from - slices.from) / span, width: (to - from) / span }
}

/** The span between two shares of the strip's width, on whole slices; at least one slice. */
export function spanBetween(a: number, b: number, slices: Slices): { from: number; to: number } {
  const count = Math.round((slices.to - slices.from) / slices.sliceMs)
  const clamp = (share: number): number => Math.min(Math.max(share, 0), 1) * count
  const first = Math.min(Math.floor(clamp(Math.min(a, b))), count - 1)
  const last = Math.max(Math.ceil(clamp(Math.max(a, b))), first + 1)
  return { from: slices.from + first * slices.sliceMs, to: slices.from + last * slices.sliceMs }
}
