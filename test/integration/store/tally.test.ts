import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { EVERYTHING, type PostbackFilter } from '../../../src/core/filter.ts'
import type { ActivityBucket, Counts } from '../../../src/core/ports.ts'
import type { Kind, Verdict } from '../../../src/core/postback.ts'
import { ActivityMemory } from '../../../src/services/store/activity-memory.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from '../../../src/services/store/column-codes.ts'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import { migrate } from '../../../src/services/store/migrations/runner.ts'
import { mendTally } from '../../../src/services/store/tally-check.ts'
import { activityOf, countMatches } from '../../../src/services/store/tally-queries.ts'
import { type Tallied, TallyTable } from '../../../src/services/store/tally-table.ts'
import { seeded } from '../../support/damage-kit.ts'
import { openStore } from '../../support/open-store.ts'
import { appendEverySort, tallyFaults } from '../../support/tally.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const KINDS = ['postback', 'probe', 'noise', 'rejected'] as const satisfies Kind[]
const VERDICTS = ['pass', 'warn', 'fail'] as const satisfies Verdict[]
const ENDPOINTS = ['one', 'two', 'three'] as const
const HOUR = 3_600_000

interface Row {
  readonly id: number
  readonly at: number
  kind: Kind
  verdict: Verdict | null
  endpoint: (typeof ENDPOINTS)[number] | null
}

/** Rows in a history's tables, written as the writer does, and kept in plain JavaScript beside it. */
class Stored {
  readonly database = new Database(':memory:')
  rows: Row[] = []
  readonly #tally: TallyTable
  readonly #below: (below: number) => number
  #newest = 0

  constructor(seed: number) {
    this.#below = seeded(seed)
    migrate(this.database, MIGRATIONS)
    for (const id of ENDPOINTS)
      this.database.prepare("INSERT INTO endpoint (id, name_key, config) VALUES (?, '', '{}')").run(id)
    this.#tally = new TallyTable(this.database)
  }

  pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)] as T
  }

  below(number: number): number {
    return this.#below(number)
  }

  add(at: number): void {
    const kind = this.pick(KINDS)
    const verdict = kind === 'postback' ? this.pick(VERDICTS) : null
    const row = { id: ++this.#newest, at, kind, verdict, endpoint: this.pick([...ENDPOINTS, null]) }
    this.database
      .prepare('INSERT INTO reading (id, received_at, kind, verdict, endpoint) VALUES (?, ?, ?, ?, ?)')
      .run(row.id, at, ...this.#columns(row))
    this.#tally.add(at, this.#tallied(row))
    this.rows.push(row)
  }

  change(row: Row): void {
    const old = this.#tallied(row)
    row.kind = this.pick(KINDS)
    row.verdict = this.pick([...VERDICTS, null])
    row.endpoint = this.pick([...ENDPOINTS, null])
    this.database
      .prepare('UPDATE reading SET kind = ?, verdict = ?, endpoint = ? WHERE id = ?')
      .run(...this.#columns(row), row.id)
    this.#tally.replace(row.at, old, this.#tallied(row))
  }

  remove(row: Row): void {
    this.database.prepare('DELETE FROM reading WHERE id = ?').run(row.id)
    this.#tally.remove(row.at, this.#tallied(row))
    this.rows = this.rows.filter((other) => other !== row)
  }

  write(work: () => void): void {
    this.database.transaction(() => this.#tally.keep(work))()
  }

  #tallied({ kind, verdict, endpoint }: Row): Tallied {
    const key = endpoint === null ? null : ENDPOINTS.indexOf(endpoint) + 1
    return { kind: KIND_NUMBERS[kind], verdict: verdict === null ? null : VERDICT_NUMBERS[verdict], endpoint: key }
  }

  #columns(row: Row): (number | null)[] {
    const { kind, verdict, endpoint } = this.#tallied(row)
    return [kind, verdict, endpoint]
  }

  some(): PostbackFilter {
    const subset = <T>(values: readonly T[]): T[] =>
      this.#below(2) === 0 ? [] : values.filter(() => this.#below(2) === 0)
    const moment = (): number | null => (this.#below(2) === 0 ? null : this.moment())
    return {
      ...EVERYTHING,
      kinds: subset(KINDS),
      verdicts: subset(VERDICTS),
      endpointIds: subset([...ENDPOINTS, 'unknown']),
      from: moment(),
      to: moment(),
    }
  }

  /** Around the rows, often where a minute or an hour begins. */
  moment(): number {
    const at = this.pick(this.rows).at + this.#below(200_000) - 100_000
    const unit = this.pick([1, 1000, 60_000, HOUR])
    return Math.floor(at / unit) * unit
  }

  matching({ kinds, verdicts, endpointIds, from, to }: PostbackFilter): Row[] {
    const allows = (list: readonly string[], value: string | null): boolean =>
      list.length === 0 || (value !== null && list.includes(value))
    return this.rows.filter(
      ({ at, kind, verdict, endpoint }) =>
        allows(kinds, kind) &&
        allows(verdicts, verdict) &&
        allows(endpointIds, endpoint) &&
        (from === null || at >= from) &&
        (to === null || at < to),
    )
  }

  counts(filter: PostbackFilter): Counts {
    const rows = this.matching(filter)
    const of = (fits: (row: Row) => boolean): number => rows.filter(fits).length
    return {
      total: rows.length,
      byKind: Object.fromEntries(KINDS.map((kind) => [kind, of((row) => row.kind === kind)])) as Counts['byKind'],
      byVerdict: Object.fromEntries(
        VERDICTS.map((verdict) => [verdict, of((row) => row.verdict === verdict)]),
      ) as Counts['byVerdict'],
    }
  }

  activity(filter: PostbackFilter, from: number, to: number, bucketMs: number): ActivityBucket[] {
    const buckets = new Map<number, { from: number; pass: number; warn: number; fail: number; other: number }>()
    for (const { at, verdict } of this.matching(filter)) {
      if (at < from || at >= to) continue
      const start = from + Math.floor((at - from) / bucketMs) * bucketMs
      const bucket = buckets.get(start) ?? { from: start, pass: 0, warn: 0, fail: 0, other: 0 }
      bucket[verdict ?? 'other'] += 1
      buckets.set(start, bucket)
    }
    return [...buckets.values()].sort((a, b) => a.from - b.from)
  }
}

/** Times of a few hours, of a few minutes, around the epoch, and of years. */
const SPREADS = [
  { origin: 1_767_323_045_678, ms: 5 * HOUR },
  { origin: 1_767_323_045_678, ms: 200_000 },
  { origin: -2 * HOUR, ms: 4 * HOUR },
  { origin: -90_000, ms: 200_000 },
  { origin: 1_700_000_000_000, ms: 700 * 24 * HOUR },
]

describe('What the tally says', () => {
  it.each(SPREADS)('is what the rows say, for any filter, span and slice (%o)', ({ origin, ms }) => {
    const stored = new Stored(ms)
    const memory = new ActivityMemory()
    for (let round = 0; round < 12; round++) {
      stored.write(() => {
        for (let n = 0; n < 60; n++) stored.add(origin + stored.below(ms))
        for (let n = 0; n < round; n++) stored.change(stored.pick(stored.rows))
        for (let n = 0; n < round / 2; n++) stored.remove(stored.pick(stored.rows))
      })
      expect(tallyFaults(stored.database)).toEqual([])
      for (let n = 0; n < 15; n++) {
        const filter = stored.some()
        expect(countMatches(stored.database, filter)).toEqual(stored.counts(filter))
        const bucketMs = stored.pick([1000, 10_000, 30_000, 45_001, 60_000, 90_000, 900_000, HOUR, 2 * HOUR, 24 * HOUR])
        const from = stored.moment()
        const to = from + stored.below(Math.min(ms, 3000 * bucketMs)) + 1
        const found = activityOf(stored.database, filter, from, to, bucketMs, memory)
        expect(found).toEqual(stored.activity(filter, from, to, bucketMs))
      }
    }
  })

  it('stays right where the same histogram is asked for again and again, whatever was written between', () => {
    const stored = new Stored(7)
    const memory = new ActivityMemory()
    const origin = 1_767_323_040_000
    stored.write(() => {
      for (let n = 0; n < 300; n++) stored.add(origin + stored.below(600_000))
    })
    const { kinds, verdicts, endpointIds } = stored.some()
    const filters = [EVERYTHING, { ...EVERYTHING, kinds, verdicts, endpointIds }]
    for (let round = 0; round < 60; round++) {
      stored.write(() => {
        const what = stored.below(3)
        if (what === 0) stored.add(origin + stored.below(600_000))
        if (what === 1) stored.change(stored.pick(stored.rows))
        // As many as before, and others.
        if (what === 2) {
          const gone = stored.pick(stored.rows)
          stored.remove(gone)
          stored.add(Math.floor(gone.at / 60_000) * 60_000 + stored.below(60_000))
        }
      })
      for (const filter of filters) {
        const found = activityOf(stored.database, filter, origin, origin + 600_000, 10_000, memory)
        expect(found).toEqual(stored.activity(filter, origin, origin + 600_000, 10_000))
      }
    }
  })

  it('is not asked where more than kind, verdict, endpoint and time are wanted', async () => {
    const store = await openStore({ folder: await tempFolder() })
    await appendEverySort(store, 20)
    expect((await store.counts({ ...EVERYTHING, userId: 'u_3' })).total).toBe(1)
    expect((await store.counts({ ...EVERYTHING, texts: ['u_4'] })).total).toBe(1)
    expect((await store.counts({ ...EVERYTHING, pinned: true })).total).toBe(0)
  })
})

describe('The tally', () => {
  it('forgets what a transaction did not keep, and what a part of it did not', () => {
    const stored = new Stored(3)
    const tally = new TallyTable(stored.database)
    const reading = { kind: 0, verdict: 0, endpoint: null }
    expect(() =>
      tally.keep(() => {
        tally.add(60_000, reading)
        throw new Error('This batch fails.')
      }),
    ).toThrow('This batch fails.')
    tally.keep(() => {
      tally.add(60_000, reading)
      expect(() =>
        tally.keepPart(() => {
          tally.add(60_000, reading)
          throw new Error('This row fails.')
        }),
      ).toThrow('This row fails.')
    })
    expect(stored.database.prepare('SELECT minute, count FROM tally').all()).toEqual([{ minute: 1, count: 1 }])
  })

  it('is counted anew where it does not fit', () => {
    const stored = new Stored(5)
    stored.write(() => {
      for (let n = 0; n < 100; n++) stored.add(1_767_323_045_678 + stored.below(HOUR))
    })
    expect(mendTally(stored.database)).toBe(false)
    stored.database.exec('UPDATE tally SET count = count + 1 WHERE minute = (SELECT min(minute) FROM tally)')
    expect(mendTally(stored.database)).toBe(true)
    expect(tallyFaults(stored.database)).toEqual([])
    stored.database.exec('DELETE FROM tally_hour')
    expect(mendTally(stored.database)).toBe(true)
    expect(tallyFaults(stored.database)).toEqual([])
  })
})
