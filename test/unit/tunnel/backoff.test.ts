import { describe, expect, it } from 'vitest'
import { backoffMs } from '../../../src/services/tunnel/backoff.ts'
import type { TunnelOpenErrorCode } from '../../../src/services/tunnel/open-error.ts'
import { DEFAULT_TIMINGS } from '../../../src/services/tunnel/timings.ts'

const timings = {
  backoffFirstMs: 500,
  unreachableBackoffMs: 1500,
  backoffMaxMs: 3000,
  patientAfter: 5,
  patientBackoffMs: 30_000,
}
const spans = (random: number, failures: readonly number[], code: TunnelOpenErrorCode = 'failed'): number[] =>
  failures.map((count) => backoffMs(count, code, timings, random))

describe('the back-off between attempts', () => {
  it('is nothing after no failure', () => {
    expect(spans(0, [0, -1])).toEqual([0, 0])
  })

  it('doubles up to its longest, and stays there: a server that is back is found soon after a long outage too', () => {
    expect(spans(0, [1, 2, 3, 4, 5, 6, 700])).toEqual([500, 1000, 2000, 3000, 3000, 3000, 3000])
  })

  it('is short while nobody is there to be bothered', () => {
    expect(spans(0, [1, 2, 3, 700], 'unreachable')).toEqual([500, 1000, 1500, 1500])
  })

  it.each(['declined', 'name-refused'] as const)('becomes patient with a server that has %s us many times', (code) => {
    expect(spans(0, [4, 5, 6, 7, 8], code)).toEqual([3000, 3000, 16_000, 30_000, 30_000])
  })

  it('loses up to half of itself to chance', () => {
    expect(spans(0.999_999, [1, 4])).toEqual([250, 1500])
  })

  it('never overflows in a long outage', () => {
    expect(backoffMs(1e9, 'declined', timings, 0)).toBe(30_000)
  })

  it('lets a server that is back be found within five seconds', () => {
    expect(backoffMs(1e6, 'failed', DEFAULT_TIMINGS, 0)).toBeLessThan(5000)
    // Beside the wait, a name may have to be asked for twice.
    expect(backoffMs(1e6, 'unreachable', DEFAULT_TIMINGS, 0)).toBeLessThanOrEqual(1500)
  })
})
