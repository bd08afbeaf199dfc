/** Numbers over spans of time, from the tally where it tells them and from the readings where it does not. */
import type { Database, Statement } from 'better-sqlite3'
import { EVERYTHING, type PostbackFilter } from '../../core/filter.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
import { MINUTE_MS, MINUTES_AN_HOUR } from './tally-table.ts'

/** What the tally tells apart, and the span. */
const TOLD_APART: ReadonlySet<string> = new Set(['kinds', 'verdicts', 'endpointIds', 'from', 'to'])

/** True where the tally has the numbers of what the filter lets through. */
export function isTallied(filter: PostbackFilter): boolean {
  const names = Object.keys(EVERYTHING) as (keyof PostbackFilter)[]
  return names.every((name) => {
    const wanted = filter[name]
    return TOLD_APART.has(name) || wanted === null || (Array.isArray(wanted) && wanted.length === 0)
  })
}

/** How many of each, in the order of what was asked for; the first is how many in all. */
export type Sums = readonly number[]

type Range = Statement<[number, number], number[]>

/**
 * Sums of what the filter lets through, in any span. Its own span is not looked at. Inside one transaction: the parts are of
 * one moment.
 */
export class TallySums {
  readonly #readings: Range
  readonly #minutes: Range
  readonly #hours: Range

  /** `told` are conditions of SQL on `kind` and `verdict`, a number for each. */
  constructor(database: Database, filter: PostbackFilter, told: readonly string[]) {
    const conditions = conditionsOf(database, filter)
    const range = (table: string, time: string, numbers: readonly string[]): Range =>
      database
        .prepare<[number, number], number[]>(
          `SELECT ${numbers.join(', ')} FROM ${table} WHERE ${[`${time} >= ?`, `${time} < ?`, ...conditions].join(' AND ')}`,
        )
        .raw()
    const counts = ['count(*)', ...told.map((condition) => `count(*) FILTER (WHERE ${condition})`)]
    const sums = ['sum(count)', ...told.map((condition) => `sum(count) FILTER (WHERE ${condition})`)]
    this.#readings = range('reading INDEXED BY reading_by_time', 'received_at', counts)
    this.#minutes = range('tally', 'minute', sums)
    this.#hours = range('tally_hour', 'hour', sums)
  }

  /** Of `[from, to)`, in ms; -Infinity and Infinity leave an end open. */
  over(from: number, to: number): Sums {
    // Minute 0 has what came in the minute before the epoch as well, and earlier ones end where others begin.
    const first = from === -Infinity ? from : Math.max(1, Math.ceil(from / MINUTE_MS))
    const end = Math.floor(to / MINUTE_MS)
    if (first >= end || end < 1) return sumOf([rowOf(this.#readings, from, to)])
    const firstHour = from === -Infinity ? from : Math.max(1, Math.ceil(first / MINUTES_AN_HOUR))
    const endHour = Math.floor(end / MINUTES_AN_HOUR)
    const middle =
      firstHour >= endHour || endHour < 1
        ? [rowOf(this.#minutes, first, end)]
        : [
            rowOf(this.#minutes, first, firstHour * MINUTES_AN_HOUR),
            rowOf(this.#hours, firstHour, endHour),
            rowOf(this.#minutes, endHour * MINUTES_AN_HOUR, end),
          ]
    return sumOf([
      rowOf(this.#readings, from, first * MINUTE_MS),
      ...middle,
      rowOf(this.#readings, end * MINUTE_MS, to),
    ])
  }
}

/** Nothing where there is no span. */
function rowOf(range: Range, from: number, to: number): readonly (number | null)[] {
  return from < to ? (range.get(from, to) ?? []) : []
}

function sumOf(rows: readonly (readonly (number | null)[])[]): Sums {
  const sums: number[] = []
  for (const row of rows) for (const [at, number] of row.entries()) sums[at] = (sums[at] ?? 0) + (number ?? 0)
  return sums
}

function conditionsOf(database: Database, filter: PostbackFilter): string[] {
  const among = (column: string, numbers: readonly number[]): string => `${column} IN (${numbers.join(', ')})`
  const conditions: string[] = []
  const { kinds, verdicts, endpointIds } = filter
  if (kinds.length > 0)
    conditions.push(
      among(
        'kind',
        kinds.map((kind) => KIND_NUMBERS[kind]),
      ),
    )
  if (verdicts.length > 0)
    conditions.push(
      among(
        'verdict',
        verdicts.map((verdict) => VERDICT_NUMBERS[verdict]),
      ),
    )
  if (endpointIds.length > 0) {
    const keyOf = database.prepare<[string], number>('SELECT key FROM endpoint WHERE id = ?').pluck()
    const keys = endpointIds.map((id) => keyOf.get(id)).filter((key) => key !== undefined)
    conditions.push(among('endpoint', keys))
  }
  return conditions
}
