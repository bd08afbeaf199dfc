/** Numbers over the history. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { ActivityBucket, Counts } from '../../core/ports.ts'
import { ActivityMemory } from './activity-memory.ts'
import { KIND_NUMBERS, kindOf, VERDICT_NUMBERS, verdictFromNumber } from './column-codes.ts'
import { matchingRows } from './matching-rows.ts'
import { NO_SEARCH, type SearchExtent } from './search-attachment.ts'
import type { SqlValue } from './sql-parameters.ts'
import { prepared } from './statement-cache.ts'
import { isTallied, type Sums, TallySums } from './tally-sums.ts'
import { MINUTE_MS } from './tally-table.ts'

interface CountRow {
  readonly kind: number
  readonly verdict: number | null
  readonly count: number
}

/** `extent` was read before anything else of the same transaction. */
export function countMatches(database: Database, filter: PostbackFilter, extent = NO_SEARCH): Counts {
  return isTallied(filter) ? countFromTally(database, filter) : countFromReadings(database, extent, filter)
}

const VERDICTS = (['pass', 'warn', 'fail'] as const).map((verdict) => `verdict = ${String(VERDICT_NUMBERS[verdict])}`)
const KINDS = (['postback', 'probe', 'rejected'] as const).map((kind) => `kind = ${String(KIND_NUMBERS[kind])}`)

function countFromTally(database: Database, filter: PostbackFilter): Counts {
  const sums = new TallySums(database, filter, [...VERDICTS, ...KINDS])
  const counts = sums.over(filter.from ?? -Infinity, filter.to ?? Infinity)
  const [total = 0, pass = 0, warn = 0, fail = 0, postback = 0, probe = 0, rejected = 0] = counts
  const noise = total - postback - probe - rejected
  return { total, byKind: { postback, probe, noise, rejected }, byVerdict: { pass, warn, fail } }
}

function countFromReadings(database: Database, extent: SearchExtent, filter: PostbackFilter): Counts {
  const rows = matchingRows(database, extent, filter).flatMap(({ fromWhere, values }) =>
    prepared<typeof values, CountRow>(
      database,
      `SELECT r.kind, r.verdict, count(*) AS count ${fromWhere} GROUP BY r.kind, r.verdict`,
    ).all(values),
  )
  const byKind = { postback: 0, probe: 0, noise: 0, rejected: 0 }
  const byVerdict = { pass: 0, warn: 0, fail: 0 }
  let total = 0
  for (const row of rows) {
    const verdict = verdictFromNumber(row.verdict)
    byKind[kindOf(row.kind)] += row.count
    if (verdict !== null) byVerdict[verdict] += row.count
    total += row.count
  }
  return { total, byKind, byVerdict }
}

interface BucketRow {
  readonly bucket: number
  readonly verdict: number | null
  readonly count: number
}

/** Of buckets up to this long that are no whole minutes it is remembered what was counted: others have few rows to count. */
const FINE_MS = 5 * MINUTE_MS
/** So many buckets are counted one by one; a span of more is walked through once. */
const MOST_BUCKETS = 2000

/** Arrivals of `[from, to)` in slices of `bucketMs`, oldest first, without the empty ones. */
export function activityOf(
  database: Database,
  filter: PostbackFilter,
  from: number,
  to: number,
  bucketMs: number,
  memory = new ActivityMemory(),
  extent = NO_SEARCH,
): ActivityBucket[] {
  if (!isTallied(filter) || (to - from) / bucketMs > MOST_BUCKETS) {
    return activityFromReadings(database, extent, filter, from, to, bucketMs)
  }
  const buckets = bucketsOf(filter, from, to, bucketMs)
  const counted = database.transaction((): readonly Sums[] => {
    const sums = new TallySums(database, filter, VERDICTS)
    const spans = buckets.map((bucket) => bucket.span)
    const isFine = bucketMs <= FINE_MS && (bucketMs % MINUTE_MS !== 0 || from % MINUTE_MS !== 0)
    if (!isFine) return spans.map(([start, end]) => sums.over(start, end))
    const { kinds, verdicts, endpointIds } = filter
    const subject = JSON.stringify([kinds, verdicts, endpointIds, bucketMs])
    return memory.sumsOf(database, subject, spans, (start, end) => sums.over(start, end))
  })()
  return buckets.flatMap(({ start }, at): ActivityBucket[] => {
    const [total = 0, pass = 0, warn = 0, fail = 0] = counted[at] ?? []
    return total === 0 ? [] : [{ from: start, pass, warn, fail, other: total - pass - warn - fail }]
  })
}

interface Bucket {
  readonly start: number
  /** What of it the filter leaves. */
  readonly span: readonly [from: number, to: number]
}

function bucketsOf(filter: PostbackFilter, from: number, to: number, bucketMs: number): readonly Bucket[] {
  const begin = Math.max(from, filter.from ?? from)
  const end = Math.min(to, filter.to ?? to)
  const buckets: Bucket[] = []
  for (let start = from + Math.floor((begin - from) / bucketMs) * bucketMs; start < end; start += bucketMs) {
    buckets.push({ start, span: [Math.max(start, begin), Math.min(start + bucketMs, end)] })
  }
  return buckets
}

function activityFromReadings(
  database: Database,
  extent: SearchExtent,
  filter: PostbackFilter,
  from: number,
  to: number,
  bucketMs: number,
): ActivityBucket[] {
  // Numbers are bound as floating point: without the casts the division would not cut.
  const bucket = '(r.received_at - CAST(@origin AS INTEGER)) / CAST(@bucket_ms AS INTEGER)'
  const within = { ...filter, from: Math.max(from, filter.from ?? from), to: Math.min(to, filter.to ?? to) }
  const rows = matchingRows(database, extent, within).flatMap(({ fromWhere, values }) =>
    prepared<Record<string, SqlValue>, BucketRow>(
      database,
      `SELECT ${bucket} AS bucket, r.verdict, count(*) AS count ${fromWhere} GROUP BY 1, 2`,
    ).all({ ...values, origin: from, bucket_ms: bucketMs }),
  )
  const buckets = new Map<number, { from: number; pass: number; warn: number; fail: number; other: number }>()
  for (const row of rows) {
    const slice = buckets.get(row.bucket) ?? { from: from + row.bucket * bucketMs, pass: 0, warn: 0, fail: 0, other: 0 }
    slice[verdictFromNumber(row.verdict) ?? 'other'] += row.count
    buckets.set(row.bucket, slice)
  }
  return [...buckets.values()].sort((a, b) => a.from - b.from)
}
