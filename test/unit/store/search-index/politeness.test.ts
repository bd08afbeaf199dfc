import { describe, expect, it } from 'vitest'
import {
  ArrivalRate,
  politeWait as politeWaitAt,
  type Standing,
} from '../../../../src/services/store/search-index/politeness.ts'

const politeWait = (standing: Omit<Standing, 'workedMs'> & Partial<Standing>): number =>
  politeWaitAt({ workedMs: 40, ...standing })

describe('When the search index is filled', () => {
  it('at once where 2,000 requests are missing, and fewer after a quarter of a second', () => {
    expect(politeWait({ behind: 2000, perSecond: 400, sinceWorkMs: 0 })).toBe(0)
    expect(politeWait({ behind: 1999, perSecond: 400, sinceWorkMs: 0 })).toBe(250)
    expect(politeWait({ behind: 1, perSecond: 0, sinceWorkMs: 100 })).toBe(150)
    expect(politeWait({ behind: 1, perSecond: 0, sinceWorkMs: 250 })).toBe(0)
    expect(politeWait({ behind: 1, perSecond: 0, sinceWorkMs: Number.POSITIVE_INFINITY })).toBe(0)
  })

  it('not while more than 500 captures a second come, however long that is', () => {
    expect(politeWait({ behind: 50_000, perSecond: 501, sinceWorkMs: 60_000 })).toBeGreaterThan(0)
    expect(politeWait({ behind: 50_000, perSecond: 500, sinceWorkMs: 0 })).toBe(0)
  })

  it('a quarter of the time where a search would have more than 50,000 requests to look at itself', () => {
    expect(politeWait({ behind: 50_001, perSecond: 5000, sinceWorkMs: 0, workedMs: 40 })).toBe(120)
    expect(politeWait({ behind: 50_001, perSecond: 5000, sinceWorkMs: 100, workedMs: 40 })).toBe(20)
    expect(politeWait({ behind: 50_001, perSecond: 5000, sinceWorkMs: 120, workedMs: 40 })).toBe(0)
  })

  it('without a rest where more than 500,000 are missing, whatever comes', () => {
    expect(politeWait({ behind: 500_001, perSecond: 5000, sinceWorkMs: 0 })).toBe(0)
  })
})

describe('How many captures come', () => {
  it('is counted over the last second', () => {
    const rate = new ArrivalRate()
    for (let at = 0; at < 1000; at += 100) rate.add(60, at)
    expect(rate.perSecond(999)).toBe(600)
    expect(rate.perSecond(1000)).toBe(540)
    expect(rate.perSecond(1500)).toBe(240)
    expect(rate.perSecond(1900)).toBe(0)
  })
})
