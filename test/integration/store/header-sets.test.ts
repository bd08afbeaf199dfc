import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { HeaderSets, headersChecksum, headersOf } from '../../../src/services/store/header-sets.ts'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import { migrate } from '../../../src/services/store/migrations/runner.ts'

/** Twelve headers, as a server sends them with each postback. */
const listOf = (id: string, date = 'Mon', agent = 'axios/1.7.2'): string[] => [
  'Host',
  'a.test',
  'User-Agent',
  agent,
  'X-Request-Id',
  id,
  'Date',
  date,
  ...Array.from({ length: 8 }, (_, n) => [`X-Header-${String(n)}`, `value number ${String(n)}`]).flat(),
]

describe('Headers in the history', () => {
  let database: Database.Database
  let sets: HeaderSets
  beforeEach(() => {
    database = new Database(':memory:')
    migrate(database, MIGRATIONS)
    sets = new HeaderSets(database)
  })

  /** Stores a list, reads it back, and answers how many bytes it takes beside its set. */
  function store(rawHeaders: readonly string[]): number {
    const { headerSet, own, checksum } = sets.put(rawHeaders)
    const shared = database
      .prepare<[number | null], Uint8Array>('SELECT content FROM header_set WHERE id = ?')
      .pluck()
      .get(headerSet)
    expect(headersOf(shared ?? null, own)).toEqual(rawHeaders)
    expect(headersChecksum(shared ?? null, own)).toBe(checksum)
    return own?.length ?? 0
  }
  const setCount = (): number => Number(database.prepare('SELECT count(*) FROM header_set').pluck().get())

  it('that are the same each time are kept once', () => {
    const sizes = Array.from({ length: 50 }, () => store(listOf('same')))
    expect(sizes.slice(1)).toEqual(Array.from({ length: 49 }, () => 0))
    expect(setCount()).toBe(1)
  })

  it('of which one changes each time are kept once but for that one', () => {
    const sizes = Array.from({ length: 50 }, (_, n) => store(listOf(`id-${String(n + 10)}`)))
    expect(new Set(sizes.slice(2))).toEqual(new Set(['X-Request-Id: id-10\r\n'.length]))
    expect(setCount()).toBe(1)
  })

  it('of senders that take turns are kept once for each sender', () => {
    for (let n = 0; n < 60; n += 1) store(listOf(`id-${String(n)}`, 'Mon', n % 2 === 0 ? 'axios/1.7.2' : 'curl/8.0'))
    expect(setCount()).toBeLessThanOrEqual(3)
  })

  it('of which one changes now and then do not fill the history with sets', () => {
    for (let n = 0; n < 3_000; n += 1) store(listOf(`id-${String(n)}`, `second ${String(Math.floor(n / 10))}`))
    expect(setCount()).toBeLessThan(15)
  })

  it('are found again after a restart', () => {
    for (let n = 0; n < 5; n += 1) store(listOf(`id-${String(n)}`))
    sets = new HeaderSets(database)
    expect(store(listOf('id-9'))).toBe('X-Request-Id: id-9\r\n'.length)
    expect(setCount()).toBe(1)
  })

  it('come back as they were, whatever they are and in whatever order they come', () => {
    const text = fc.oneof(
      fc.constantFrom('a', 'b', '', '\0', '\0a', 'a: b', '\r\n', 'é', '\u0101', 'a\r\nb: c'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    )
    const near = fc
      .array(text, { minLength: 3, maxLength: 3 })
      .map((own) => ['A', '1', 'B', own[0] ?? '', 'C', own[1] ?? '', 'D', '4'])
    const lists = fc.array(fc.oneof(near, fc.array(text, { maxLength: 6 })), { maxLength: 40 })
    fc.assert(
      fc.property(lists, (all) => {
        for (const list of all) store(list)
      }),
    )
  })
})
