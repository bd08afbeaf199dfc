/** Numbers over the history. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { ActivityBucket, Counts } from '../../core/ports.ts'
import { kindOf, verdictFromNumber } from './column-codes.ts'
import { filterToSql } from './filter-sql.ts'
import { REQUEST_JOIN } from './sort-sql.ts'
import { SqlParameters } from './sql-parameters.ts'

interface CountRow {
  readonly kind: number
  readonly verdict: number | null
  readonly count: number
}

export function countMatches(database: Database, filter: PostbackFilter): Counts {
  const parameters = new SqlParameters()
  const rows = database
    .prepare<[Record<string, unknown>], CountRow>(
      `SELECT r.kind, r.verdict, count(*) AS count ${fromWhere(filter, parameters, [])} GROUP BY r.kind, r.verdict`,
    )
    .all(parameters.values)
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

/** Arrivals of `[from, to)` in slices of `bucketMs`, oldest first, without the empty ones. */
export function activityOf(
  database: Database,
  filter: PostbackFilter,
  from: number,
  to: number,
  bucketMs: number,
): ActivityBucket[] {
  const parameters = new SqlParameters()
  const origin = parameters.add(from)
  const span = [`r.received_at >= ${origin}`, `r.received_at < ${parameters.add(to)}`]
  // Numbers are bound as floating point: without the casts the division would not cut.
  const bucket = `(r.received_at - CAST(${origin} AS INTEGER)) / CAST(${parameters.add(bucketMs)} AS INTEGER)`
  const rows = database
    .prepare<[Record<string, unknown>], BucketRow>(
      `SELECT ${bucket} AS bucket, r.verdict, count(*) AS count ${fromWhere(filter, parameters, span)}
       GROUP BY 1, 2 ORDER BY 1`,
    )
    .all(parameters.values)
  const buckets = new Map<number, { from: number; pass: number; warn: number; fail: number; other: number }>()
  for (const row of rows) {
    const slice = buckets.get(row.bucket) ?? { from: from + row.bucket * bucketMs, pass: 0, warn: 0, fail: 0, other: 0 }
    slice[verdictFromNumber(row.verdict) ?? 'other'] += row.count
    buckets.set(row.bucket, slice)
  }
  return [...buckets.values()]
}

function fromWhere(filter: PostbackFilter, parameters: SqlParameters, more: readonly string[]): string {
  const { conditions, needsRequest, leadingCode } = filterToSql(filter, parameters)
  const all = [...conditions, ...more]
  if (leadingCode !== null) all.push(`c.code = ${leadingCode}`)
  const from = leadingCode === null ? 'reading r' : 'reading_code c CROSS JOIN reading r ON r.id = c.id'
  return `FROM ${from} ${needsRequest ? REQUEST_JOIN : ''} ${all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`}`
}

/** How many rows are looked at for suggestions where the prefix does not narrow them down. */
const NEWEST_ROWS = 20_000

/** Distinct user ids that start with the text, most recent first. Without a text: of the newest requests only. */
export function userIdsLike(database: Database, prefix: string, limit: number): string[] {
  if (prefix === '') {
    return database
      .prepare<[number, number], string>(
        `SELECT user_id FROM (SELECT id, user_id FROM reading ORDER BY id DESC LIMIT ?)
         WHERE typeof(user_id) = 'text' GROUP BY user_id ORDER BY max(id) DESC LIMIT ?`,
      )
      .pluck()
      .all(NEWEST_ROWS, limit)
  }
  return database
    .prepare<[string, string, number], string>(
      `SELECT user_id FROM reading WHERE user_id >= ? AND user_id < ?
       GROUP BY user_id ORDER BY max(id) DESC LIMIT ?`,
    )
    .pluck()
    .all(prefix, `${prefix}\u{10ffff}`, limit)
}
