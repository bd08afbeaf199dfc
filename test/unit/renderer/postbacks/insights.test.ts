import { describe, expect, it } from 'vitest'
import { paceOf } from '../../../../src/core/arrival-pace.ts'
import { parseFilterQuery } from '../../../../src/core/filter-query.ts'
import { paceSentence } from '../../../../src/renderer/features/postbacks/insights/pace-words.ts'
import { longestSilence } from '../../../../src/renderer/features/postbacks/insights/silence.ts'
import { sliceSentence } from '../../../../src/renderer/features/postbacks/insights/slice-words.ts'
import {
  daysBefore,
  everySlice,
  SPANS,
  slicesOf,
  spanQuery,
  totalsOf,
} from '../../../../src/renderer/features/postbacks/insights/span.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 0, 15, 12, 34, 56)

describe('the span of the insights', () => {
  it.each(SPANS.map(({ id, ms }) => [id, ms] as const))('%s reaches from then until now, in slices', (id, ms) => {
    const firstAt = NOW - 100 * DAY
    const { from, to, sliceMs } = slicesOf(id, firstAt, NOW)
    expect(from).toBeLessThanOrEqual(ms === null ? firstAt : NOW - ms)
    expect(from).toBeGreaterThan((ms === null ? firstAt : NOW - ms) - 2 * sliceMs)
    expect(to).toBeGreaterThanOrEqual(NOW)
    expect((to - from) / sliceMs).toBeLessThanOrEqual(122)
  })

  it('is an hour at least, and the first postback is looked for as far back as a chart can show', () => {
    expect(slicesOf('all', NOW - MINUTE, NOW).from).toBeLessThanOrEqual(NOW - HOUR)
    const days = daysBefore(NOW)
    expect(days.to).toBeGreaterThan(NOW)
    expect((days.to - days.from) / DAY).toBeLessThan(1000)
    expect(days.from % DAY).toBe(0)
  })

  it('is what the list shows when it is asked for it', () => {
    const read = (text: string) => parseFilterQuery(text, { now: NOW, endpoints: [] })
    const { from, to } = slicesOf('24h', null, NOW)
    expect(read(`code:param-missing ${spanQuery(from, null)}`)).toMatchObject({
      filter: { from, to: null, codes: ['param-missing'] },
      problems: [],
    })
    expect(read(spanQuery(from, to)).filter).toMatchObject({ from, to })
  })
})

describe('the figures of a span', () => {
  const slices = { from: 0, to: 50, sliceMs: 10 }
  const figures = everySlice(
    [
      { from: 10, pass: 2, warn: 1, fail: 1, other: 0 },
      { from: 40, pass: 0, warn: 0, fail: 3, other: 0 },
    ],
    slices,
  )

  it('have a place for every slice, also for those in which nothing came', () => {
    expect(figures.map(({ from, to, total, fail }) => [from, to, total, fail])).toEqual([
      [0, 10, 0, 0],
      [10, 20, 4, 1],
      [20, 30, 0, 0],
      [30, 40, 0, 0],
      [40, 50, 3, 3],
    ])
  })

  it('add up to what is told of the whole', () => {
    expect(totalsOf(figures)).toEqual({ total: 7, pass: 2, warn: 1, fail: 4 })
    expect(totalsOf([])).toEqual({ total: 0, pass: 0, warn: 0, fail: 0 })
  })

  it('are told slice by slice', () => {
    const at = (total: number, more: object = {}) => ({
      from: NOW - MINUTE,
      to: NOW,
      total,
      pass: 0,
      warn: 0,
      fail: 0,
      ...more,
    })
    const words = (slice: ReturnType<typeof at>) => sliceSentence(slice, [], NOW).replaceAll('\u00a0', ' ')
    expect(words(at(0))).toMatch(/: nothing came\.$/)
    expect(words(at(4, { fail: 1, warn: 2 }))).toMatch(/: 4 postbacks, 1 failed \(25\.0 %\), 2 with warnings\.$/)
    const outage = { id: 1, reason: 'tunnel-down' as const, from: NOW - HOUR, to: null, why: 'It is gone.' }
    expect(sliceSentence(at(0), [outage], NOW)).toContain('Tunnel down')
    expect(sliceSentence(at(0), [{ ...outage, to: NOW - 2 * MINUTE }], NOW)).not.toContain('Tunnel down')
  })
})

describe('the longest pause', () => {
  const from = (...totals: number[]) =>
    totals.map((total, n) => ({ from: n * 10, to: n * 10 + 10, total, pass: total, warn: 0, fail: 0 }))

  it('lies between two slices in which something came', () => {
    expect(longestSilence(from(1, 0, 0, 0, 1, 0, 0, 0, 0, 2, 1))).toEqual({ from: 50, to: 90 })
  })

  it('is none before the first, after the last, or where it is too short to speak of', () => {
    expect(longestSilence(from(0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0))).toBeNull()
    expect(longestSilence([])).toBeNull()
  })
})

describe('whether it stopped, in words', () => {
  const words = (count: number, everyMs: number, silentMs: number): string =>
    paceSentence(
      paceOf(
        Array.from({ length: count }, (_, n) => NOW - silentMs - n * everyMs),
        [],
        NOW,
      ),
      NOW,
    )

  it.each([
    [0, 0, 0, 'No postback has come yet.'],
    [1, 0, 14 * MINUTE, 'The last postback came 14 min ago. It is the only one: too few to say how often they come.'],
    [
      4,
      MINUTE,
      14 * MINUTE,
      'The last postback came 14 min ago. Only 3 came before it: too few to say how often they come.',
    ],
    [
      51,
      20_000,
      14 * MINUTE,
      'The last postback came 14 min ago; the 50 before it came every 20 s on average: they stopped.',
    ],
    [
      51,
      20_000,
      4000,
      'The last postback came just now; the 50 before it came every 20 s on average: they keep coming.',
    ],
    [
      51,
      20_000,
      2 * MINUTE,
      'The last postback came 2 min ago; the 50 before it came every 20 s on average: it is quieter than usual. Their longest pause was 20 s.',
    ],
    [
      51,
      12,
      5000,
      'The last postback came 5 s ago; the 50 before it came about 83 a second on average: they keep coming.',
    ],
  ])('%d postbacks, %d ms apart, the last %d ms ago', (count, everyMs, silentMs, sentence) => {
    expect(words(count, everyMs, silentMs)).toBe(sentence)
  })
})
