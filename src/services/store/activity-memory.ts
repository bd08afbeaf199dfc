/** What was counted before and still holds, of buckets that the tally is too coarse for. */
import type { Database } from 'better-sqlite3'
import { type Sums } from './tally-sums.ts'
import { MINUTE_MS, minuteOf, tallyEdits } from './tally-table.ts'

/** How many histograms are remembered: about as many as there are screens. */
const REMEMBERED = 4

interface Counted {
  /** How many requests its minutes had in all. */
  readonly stored: number
  readonly sums: Sums
}

interface Histogram {
  readonly edits: number
  readonly buckets: ReadonlyMap<string, Counted>
}

/**
 * While nothing but new requests came, a minute with as many requests as before has the same ones: its buckets need not
 * be counted again. Of a reader; it sees one file.
 */
export class ActivityMemory {
  readonly #histograms = new Map<string, Histogram>()

  /**
   * Sums of all `spans`, from `count` where they are not known. `subject` is what tells this histogram from others. Inside
   * one transaction.
   */
  sumsOf(
    database: Database,
    subject: string,
    spans: readonly (readonly [from: number, to: number])[],
    count: (from: number, to: number) => Sums,
  ): readonly Sums[] {
    const first = spans[0]?.[0] ?? 0
    const last = spans.at(-1)?.[1] ?? 0
    // Minute 0 is none.
    if (first < MINUTE_MS) return spans.map(([from, to]) => count(from, to))
    const edits = tallyEdits(database)
    const stored = storedBetween(database, minuteOf(first), minuteOf(last))
    const known = this.#histograms.get(subject)
    const buckets = new Map<string, Counted>()
    for (const [from, to] of spans) {
      const key = `${String(from)} ${String(to)}`
      const counted = { stored: sumBetween(stored, minuteOf(from), minuteOf(to - 1)), sums: [] as Sums }
      const before = known?.edits === edits ? known.buckets.get(key) : undefined
      buckets.set(key, before?.stored === counted.stored ? before : { ...counted, sums: count(from, to) })
    }
    this.#remember(subject, { edits, buckets })
    return [...buckets.values()].map(({ sums }) => sums)
  }

  #remember(subject: string, histogram: Histogram): void {
    this.#histograms.delete(subject)
    this.#histograms.set(subject, histogram)
    if (this.#histograms.size <= REMEMBERED) return
    for (const oldest of this.#histograms.keys()) {
      this.#histograms.delete(oldest)
      return
    }
  }
}

/** How many requests each minute has; both ends belong to it. */
function storedBetween(database: Database, from: number, to: number): ReadonlyMap<number, number> {
  const rows = database
    .prepare<[number, number], [number, number]>(
      'SELECT minute, sum(count) FROM tally WHERE minute >= ? AND minute <= ? GROUP BY minute',
    )
    .raw()
    .all(from, to)
  return new Map(rows)
}

function sumBetween(stored: ReadonlyMap<number, number>, from: number, to: number): number {
  let sum = 0
  for (let minute = from; minute <= to; minute++) sum += stored.get(minute) ?? 0
  return sum
}
