import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { countCodes } from '../../../src/services/store/code-counts.ts'
import { CodeMemory } from '../../../src/services/store/code-memory.ts'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import { migrate } from '../../../src/services/store/migrations/runner.ts'
import { seeded } from '../../support/damage-kit.ts'

const CODES = ['param-missing', 'macro-not-replaced', 'extra-params'] as const
const ORIGIN = 1_767_323_045_678
const MINUTE = 60_000

interface Row {
  readonly at: number
  readonly codes: readonly string[]
}

/** Readings in a history's tables, and kept in plain JavaScript beside it. `late` is how far a row may be out of order. */
function stored(seed: number, count: number, late: number): { database: Database.Database; rows: readonly Row[] } {
  const below = seeded(seed)
  const database = new Database(':memory:')
  migrate(database, MIGRATIONS)
  const insert = database.prepare('INSERT INTO reading (id, received_at, kind, verdict) VALUES (?, ?, 0, 0)')
  const insertCode = database.prepare('INSERT INTO reading_code (code, id) VALUES (?, ?)')
  const rows = Array.from({ length: count }, (_, n) => ({
    at: ORIGIN + n * MINUTE - below(late + 1),
    codes: CODES.filter(() => below(3) === 0),
  }))
  database.transaction(() => {
    for (const [index, { at, codes }] of rows.entries()) {
      insert.run(index + 1, at)
      for (const code of codes) insertCode.run(code, index + 1)
    }
  })()
  return { database, rows }
}

function counted(rows: readonly Row[], from: number, to: number): Record<string, number> {
  const within = rows.filter(({ at }) => at >= from && at < to)
  const counts = CODES.map((code) => [code, within.filter(({ codes }) => codes.includes(code)).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

describe('Findings counted in a span', () => {
  it.each([
    ['in order', 0],
    ['a little out of order', 5 * MINUTE],
    // As after an import: ids say nothing of times.
    ['in no order', 400 * MINUTE],
  ])('are those of exactly its requests, stored %s', (_how, late) => {
    const { database, rows } = stored(late + 1, 300, late)
    const below = seeded(7)
    const codesOf = (from: number | null, to: number | null) =>
      Object.fromEntries(countCodes(database, from, to).map(({ code, count }) => [code, count]))
    expect(codesOf(null, null)).toEqual(counted(rows, -Infinity, Infinity))
    for (let round = 0; round < 200; round += 1) {
      const ends = [below(320), below(320)].sort((a, b) => a - b)
      const [from, to] = [ORIGIN + (ends[0] ?? 0) * MINUTE - below(3), ORIGIN + (ends[1] ?? 0) * MINUTE]
      expect(codesOf(from, to)).toEqual(counted(rows, from, to))
      expect(codesOf(from, null)).toEqual(counted(rows, from, Infinity))
      expect(codesOf(null, to)).toEqual(counted(rows, -Infinity, to))
    }
  })

  it('are the same from memory, whatever came or changed since', () => {
    const { database, rows } = stored(11, 100, 3 * MINUTE)
    const memory = new CodeMemory()
    const below = seeded(5)
    const all = [...rows]
    const from = ORIGIN + 40 * MINUTE
    const expectRight = (): void => {
      for (const [low, high] of [
        [from, null],
        [null, null],
        [from, from + 100 * MINUTE],
      ] as const) {
        const found = countCodes(database, low, high, memory)
        const expected = counted(all, low ?? -Infinity, high ?? Infinity)
        expect(Object.fromEntries(found.map(({ code, count }) => [code, count]))).toEqual(expected)
      }
    }
    expectRight()
    for (let round = 0; round < 60; round += 1) {
      // Some arrive late, and some are far older than all others.
      const at = ORIGIN + (100 + round) * MINUTE - (below(4) === 0 ? below(120) * MINUTE : 0)
      const codes = CODES.filter(() => below(2) === 0)
      database
        .prepare('INSERT INTO reading (id, received_at, kind, verdict) VALUES (?, ?, 0, 0)')
        .run(all.length + 1, at)
      for (const code of codes) {
        database.prepare('INSERT INTO reading_code (code, id) VALUES (?, ?)').run(code, all.length + 1)
      }
      all.push({ at, codes })
      expectRight()
    }
    // A reading that changes is told by the history.
    const changed = 70
    database.prepare('DELETE FROM reading_code WHERE id = ?').run(changed)
    database.prepare("INSERT INTO meta (name, value) VALUES ('reading_generation', '1')").run()
    all[changed - 1] = { at: all[changed - 1]?.at ?? 0, codes: [] }
    expectRight()
  })

  it('come with the most frequent first', () => {
    const { database } = stored(3, 100, 0)
    const counts = countCodes(database, null, null).map(({ count }) => count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(counts.length).toBe(3)
  })

  it('are none where nothing is stored', () => {
    const { database } = stored(3, 0, 0)
    expect(countCodes(database, null, null)).toEqual([])
    expect(countCodes(database, 0, ORIGIN)).toEqual([])
  })
})
