import type { ActivityBucket } from '../../../../core/ports.ts'
import { cutSpan, type Slices } from '../activity/slices.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Spans that can be chosen; null for all that is stored. */
export const SPANS = [
  { id: '1h', ms: HOUR },
  { id: '24h', ms: DAY },
  { id: '7d', ms: 7 * DAY },
  { id: '30d', ms: 30 * DAY },
  { id: 'all', ms: null },
] as const
export type SpanId = (typeof SPANS)[number]['id']

/** More days than these a chart cannot show. */
export const MOST_DAYS = 999

/** The span up to `now`, cut into slices. `firstAt` is when the first postback came, where all are wanted and it is known. */
export function slicesOf(id: SpanId, firstAt: number | null, now: number): Slices {
  const ms = SPANS.find((span) => span.id === id)?.ms ?? null
  if (ms !== null) return cutSpan(now - ms, now)
  return cutSpan(firstAt === null ? now - DAY : Math.min(firstAt, now - HOUR), now)
}

/** The days in which the first postback is looked for. */
export function daysBefore(now: number): Slices {
  const to = (Math.floor(now / DAY) + 1) * DAY
  return { from: to - MOST_DAYS * DAY, to, sliceMs: DAY }
}

/** The filter box’s text for what came in `[from, to)`; null for no end. */
export function spanQuery(from: number, to: number | null): string {
  const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
  return to === null ? `since:${iso(from)}` : `since:${iso(from)} until:${iso(to)}`
}

/** How many postbacks, and how many of each verdict. */
export interface Totals {
  readonly total: number
  readonly pass: number
  readonly warn: number
  readonly fail: number
}

/** All slices together. */
export function totalsOf(slices: readonly Totals[]): Totals {
  const sum = { total: 0, pass: 0, warn: 0, fail: 0 }
  for (const { total, pass, warn, fail } of slices) {
    sum.total += total
    sum.pass += pass
    sum.warn += warn
    sum.fail += fail
  }
  return sum
}

/** The start of every slice, with its bucket where something came. */
export function everySlice(buckets: readonly ActivityBucket[], slices: Slices): readonly SliceFigures[] {
  const found = new Map(buckets.map((bucket) => [bucket.from, bucket]))
  const count = Math.round((slices.to - slices.from) / slices.sliceMs)
  return Array.from({ length: count }, (_, n) => {
    const from = slices.from + n * slices.sliceMs
    const bucket = found.get(from)
    const { pass = 0, warn = 0, fail = 0 } = bucket ?? {}
    return { from, to: from + slices.sliceMs, pass, warn, fail, total: pass + warn + fail }
  })
}

export interface SliceFigures extends Totals {
  readonly from: number
  readonly to: number
}
