import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../../src/services/tunnel/backoff.ts'
import { DEFAULT_TIMINGS } from '../../../src/services/tunnel/timings.ts'

const timings = { backoffFirstMs: 500, backoffMaxMs: 3000, patientAfter: 5, patientBackoffMs: 30_000 }
const spans = (random: number, failures: readonly number[]): number[] =>
  failures.map((count) => backoffMs(count, timings, random))

describe('the back-off between attempts', () => {
  it('is nothing after no failure', () => {
    expect(spans(0, [0, -1])).toEqual([0, 0])
  })

  it('doubles up to its longest, and becomes patient after many failures', () => {
    expect(spans(0, [1, 2, 3, 4, 5, 6, 7])).toEqual([500, 1000, 2000, 3000, 3000, 16_000, 30_000])
  })

  it('loses up to half of itself to chance', () => {
    expect(spans(0.999_999, [1, 4])).toEqual([250, 1500])
  })

  it('never overflows in a long outage', () => {
    expect(backoffMs(1e9, timings, 0)).toBe(30_000)
  })

  it('lets a server that is back be found within five seconds', () => {
    expect(backoffMs(DEFAULT_TIMINGS.patientAfter, DEFAULT_TIMINGS, 0)).toBeLessThanOrEqual(3000)
  })
})
