/** How many requests have each finding, in any span. */
import type { Database } from 'better-sqlite3'
import { FINDING_CODES, type FindingCode } from '../../core/findings/codes.ts'
import type { CodeCount } from '../../core/ports.ts'
import { CodeMemory } from './code-memory.ts'
import { READINGS_NAME } from './search-index/history-bounds.ts'
import type { SqlValue } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'

/** Both ends included. */
interface Ids {
  readonly low: number
  readonly high: number
}

const IN_IDS = 'SELECT count(*) FROM reading_code WHERE code = (SELECT @code) AND id BETWEEN @low AND @high'
const IN_IDS_AND_SPAN = `SELECT count(*) FROM reading_code c CROSS JOIN reading r ON r.id = c.id
  WHERE c.code = (SELECT @code) AND c.id BETWEEN @low AND @high AND r.received_at >= @from AND r.received_at < @to`

/**
 * Of `[from, to)`, in ms; null leaves an end open. The most frequent first, alike ones in the order of the codes’ table;
 * codes that none has are left out. Inside one transaction: the parts are of one moment.
 */
export function countCodes(
  database: Database,
  from: number | null,
  to: number | null,
  memory = new CodeMemory(),
): CodeCount[] {
  const newest = idOf(database, 'SELECT max(id) FROM reading') ?? 0
  const readings = preparedColumn<[], string>(database, READINGS_NAME).get() ?? null
  const span = `${String(from)} ${String(to)}`
  const known = memory.recall(span, readings)
  const { sure, fringes } =
    known === null
      ? idsOfSpan(database, from, to, newest)
      : { sure: null, fringes: [{ low: known.through + 1, high: newest }] }

  const counts = new Map<FindingCode, number>()
  for (const code of FINDING_CODES) {
    let count = known?.counts.get(code) ?? 0
    if (sure !== null) count += countIn(database, IN_IDS, { code, ...sure })
    for (const ids of fringes) {
      if (ids.low > ids.high) continue
      count += countIn(database, IN_IDS_AND_SPAN, { code, ...ids, from: from ?? -Infinity, to: to ?? Infinity })
    }
    if (count > 0) counts.set(code, count)
  }
  if (readings !== null) memory.remember(span, { readings, through: newest, counts })
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

function countIn(database: Database, sql: string, values: Record<string, SqlValue>): number {
  return preparedColumn<typeof values, number>(database, sql).get(values) ?? 0
}

/** Ids that all arrived in the span, and others of which some did: each of those must be looked at. */
interface IdsOfSpan {
  readonly sure: Ids | null
  readonly fringes: readonly Ids[]
}

/**
 * Ids and times nearly run together: a request gets its id when it is stored, which is a moment after it arrived, and what
 * was imported came in at once. The index by time tells from which id to which all rows are of the span; only the few
 * beside them have to be asked for their time.
 */
function idsOfSpan(database: Database, from: number | null, to: number | null, newest: number): IdsOfSpan {
  const after = to === null ? null : idOf(database, byTime('min(id)', to, null), { from: to })
  const lowest = from === null ? 1 : idOf(database, byTime('min(id)', from, to), spanOf(from, to))
  const highest = after === null ? newest : idOf(database, byTime('max(id)', from, to), spanOf(from, to))
  if (lowest === null || highest === null) return { sure: null, fringes: [] }
  const low = from === null ? lowest : Math.max(lowest, highestBefore(database, from, lowest, newest) + 1)
  const high = after === null ? highest : Math.min(highest, after - 1)
  if (low > high) return { sure: null, fringes: [{ low: lowest, high: highest }] }
  const fringes = [
    { low: lowest, high: low - 1 },
    { low: high + 1, high: highest },
  ]
  return { sure: { low, high }, fringes }
}

/** A row takes so much longer to look at than an entry of the index by time. */
const ROW_COST = 8
const BEFORE_IN_ROWS = 'SELECT max(id) FROM reading WHERE id >= @low AND +received_at < @from'
const BEFORE_IN_INDEX = `SELECT max(id) FROM reading INDEXED BY reading_by_time
  WHERE received_at < (SELECT @from) AND id >= @low`

/** The highest id from `low` on that arrived before; 0 for none. The rows from there on are looked at, or all that came before. */
function highestBefore(database: Database, from: number, low: number, newest: number): number {
  const sql = (newest - low) * ROW_COST < low ? BEFORE_IN_ROWS : BEFORE_IN_INDEX
  return idOf(database, sql, { from, low }) ?? 0
}

/** One number of what arrived in the span, through an index that has all that is needed. */
function byTime(number: string, from: number | null, to: number | null): string {
  const where = [
    ...(from === null ? [] : ['received_at >= (SELECT @from)']),
    ...(to === null ? [] : ['received_at < (SELECT @to)']),
  ]
  return `SELECT ${number} FROM reading INDEXED BY reading_by_time WHERE ${where.join(' AND ')}`
}

function spanOf(from: number | null, to: number | null): Record<string, SqlValue> {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
}

function idOf(database: Database, sql: string, values: Record<string, SqlValue> = {}): number | null {
  return preparedColumn<Record<string, SqlValue>, number | null>(database, sql).get(values) ?? null
}
