/** The tally as the writer keeps it: `tally` and `tally_hour` say how many rows `reading` has of each sort. */
import type { Database, Statement } from 'better-sqlite3'
import { readMeta, writeMeta } from './meta-table.ts'

export const MINUTE_MS = 60_000
export const MINUTES_AN_HOUR = 60

/** What a reading is counted by, as its columns have it. */
export interface Tallied {
  readonly kind: number
  readonly verdict: number | null
  /** The key of its endpoint. */
  readonly endpoint: number | null
}

/** How many numbers stand for one change: minute, endpoint, kind, verdict, how many more. */
const WIDTH = 5

interface Sum {
  readonly minute: number
  readonly endpoint: number
  readonly kind: number
  readonly verdict: number
  more: number
}

/**
 * What one transaction adds is gathered in memory and written at its end, as a few rows. Whatever writes to `reading`
 * tells of it here, within `keep`.
 */
export class TallyTable {
  readonly #database: Database
  readonly #adds: readonly Statement<[number, number, number, number, number]>[]
  readonly #drops: readonly Statement<[number, number, number, number]>[]
  /** Flat, and in the order of the changes, so that the latest can be taken back. */
  #pending: number[] = []
  /** Not only added to. */
  #edited = false

  constructor(database: Database) {
    this.#database = database
    const tables = [
      ['tally', 'minute'],
      ['tally_hour', 'hour'],
    ] as const
    this.#adds = tables.map(([table, time]) =>
      database.prepare(`
        INSERT INTO ${table} (${time}, endpoint, kind, verdict, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count`),
    )
    this.#drops = tables.map(([table, time]) =>
      database.prepare(
        `DELETE FROM ${table} WHERE ${time} = ? AND endpoint = ? AND kind = ? AND verdict = ? AND count = 0`,
      ),
    )
  }

  /** All of a transaction, inside it: what it tells of is written at its end, and forgotten where it throws. */
  keep<T>(work: () => T): T {
    try {
      const result = work()
      this.#write()
      return result
    } catch (error) {
      this.#forget()
      throw error
    }
  }

  /** The same for a part of it that may be rolled back alone. */
  keepPart<T>(work: () => T): T {
    const { length } = this.#pending
    try {
      return work()
    } catch (error) {
      this.#pending.length = length
      throw error
    }
  }

  add(receivedAt: number, reading: Tallied): void {
    this.#note(receivedAt, reading, 1)
  }

  /** A reading was made anew. */
  replace(receivedAt: number, old: Tallied, reading: Tallied): void {
    if (old.kind === reading.kind && old.verdict === reading.verdict && old.endpoint === reading.endpoint) return
    this.remove(receivedAt, old)
    this.#note(receivedAt, reading, 1)
  }

  remove(receivedAt: number, reading: Tallied): void {
    this.#edited = true
    this.#note(receivedAt, reading, -1)
  }

  #note(receivedAt: number, { kind, verdict, endpoint }: Tallied, more: number): void {
    this.#pending.push(minuteOf(receivedAt), endpoint ?? 0, kind, verdict ?? -1, more)
  }

  #forget(): void {
    this.#pending = []
    this.#edited = false
  }

  #write(): void {
    const pending = this.#pending
    const edited = this.#edited
    this.#forget()
    for (const { minute, endpoint, kind, verdict, more } of sumsOf(pending)) {
      if (more === 0) continue
      const times = [minute, Math.trunc(minute / MINUTES_AN_HOUR)]
      for (const [at, time] of times.entries()) {
        this.#adds[at]?.run(time, endpoint, kind, verdict, more)
        if (more < 0) this.#drops[at]?.run(time, endpoint, kind, verdict)
      }
    }
    if (edited) writeMeta(this.#database, 'tally_edits', String(tallyEdits(this.#database) + 1))
  }
}

/** SQLite cuts a quotient as well, whatever its sign. */
export function minuteOf(receivedAt: number): number {
  return Math.trunc(receivedAt / MINUTE_MS)
}

/** Grows whenever stored readings changed or went. While it stays, a minute with as many readings has the same ones. */
export function tallyEdits(database: Database): number {
  return Number(readMeta(database, 'tally_edits') ?? 0)
}

function sumsOf(pending: readonly number[]): readonly Sum[] {
  const sums: Sum[] = []
  /** By minute, then by the rest of the key; kinds and verdicts are less than four each. */
  const found = new Map<number, Map<number, Sum>>()
  for (let at = 0; at < pending.length; at += WIDTH) {
    const minute = pending[at] ?? 0
    const endpoint = pending[at + 1] ?? 0
    const kind = pending[at + 2] ?? 0
    const verdict = pending[at + 3] ?? 0
    let ofMinute = found.get(minute)
    if (ofMinute === undefined) found.set(minute, (ofMinute = new Map()))
    const key = (endpoint * 4 + kind) * 4 + verdict + 1
    let sum = ofMinute.get(key)
    if (sum === undefined) {
      sum = { minute, endpoint, kind, verdict, more: 0 }
      ofMinute.set(key, sum)
      sums.push(sum)
    }
    sum.more += pending[at + 4] ?? 0
  }
  return sums
}
