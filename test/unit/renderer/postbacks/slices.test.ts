import { describe, expect, it } from 'vitest'
import {
  barsOf,
  cutSpan,
  shadeOf,
  spanBetween,
  spanForNewest,
} from '../../../../src/renderer/features/postbacks/activity/slices.ts'

const HOUR = 3_600_000
const bucket = (from: number, counts: Partial<Record<'pass' | 'warn' | 'fail' | 'other', number>>) => ({
  from,
  pass: 0,
  warn: 0,
  fail: 0,
  other: 0,
  ...counts,
})

describe('the slices of the activity strip', () => {
  it('are of a readable length and at most about 120', () => {
    const day = cutSpan(0, 24 * HOUR)
    expect(day).toEqual({ from: 0, to: 24 * HOUR, sliceMs: 15 * 60_000 })
    expect(cutSpan(0, HOUR).sliceMs).toBe(30_000)
  })

  it('hold the whole span, on slice borders', () => {
    const slices = cutSpan(1_000_123, 1_000_123 + HOUR)
    expect(slices.from).toBeLessThanOrEqual(1_000_123)
    expect(slices.to).toBeGreaterThanOrEqual(1_000_123 + HOUR)
    expect(slices.from % slices.sliceMs).toBe(0)
  })

  it('never ask for more than the contract gives', () => {
    const years = cutSpan(0, 20 * 365 * 24 * HOUR)
    expect((years.to - years.from) / years.sliceMs).toBeLessThan(1000)
  })

  it('show at least the last hour, and further back where nothing came since', () => {
    expect(spanForNewest(null, 0)).toBe(HOUR)
    expect(spanForNewest(0, 60_000)).toBe(HOUR)
    expect(spanForNewest(0, 3 * HOUR)).toBe(6 * HOUR)
    expect(spanForNewest(0, 20 * HOUR)).toBe(24 * HOUR)
  })

  it('stack failures at the bottom and measure by the tallest', () => {
    const bars = barsOf([bucket(0, { fail: 1, pass: 3 }), bucket(10, { pass: 2 })], { from: 0, to: 100, sliceMs: 10 })
    expect(bars[0]?.parts).toEqual([
      { name: 'fail', from: 0, to: 0.25 },
      { name: 'pass', from: 0.25, to: 1 },
    ])
    expect(bars[1]).toMatchObject({ left: 0.1, width: 0.1, parts: [{ name: 'pass', from: 0, to: 0.5 }] })
  })

  it('shade an outage as far as it lies in the strip', () => {
    const slices = { from: 100, to: 200, sliceMs: 10 }
    const outage = { id: 1, reason: 'off' as const, from: 50, to: 150, why: '' }
    expect(shadeOf(outage, slices, 200)).toEqual({ left: 0, width: 0.5 })
    expect(shadeOf({ ...outage, from: 150, to: null }, slices, 160)).toEqual({ left: 0.5, width: 0.1 })
    expect(shadeOf({ ...outage, to: 90 }, slices, 200)).toBeNull()
  })

  it('make a drag a span of whole slices, in either direction', () => {
    const slices = { from: 1000, to: 2000, sliceMs: 100 }
    expect(spanBetween(0.25, 0.52, slices)).toEqual({ from: 1200, to: 1600 })
    expect(spanBetween(0.52, 0.25, slices)).toEqual({ from: 1200, to: 1600 })
    expect(spanBetween(0.5, 0.5, slices)).toEqual({ from: 1500, to: 1600 })
    expect(spanBetween(-3, 9, slices)).toEqual({ from: 1000, to: 2000 })
  })
})
