import { describe, expect, it } from 'vitest'
import { paceOf, reachableMs } from '../../../src/core/arrival-pace.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const NOW = 1_767_323_045_678

/** `count` arrivals `everyMs` apart, the last one `silentMs` ago. */
function arrivals(count: number, everyMs: number, silentMs: number): number[] {
  return Array.from({ length: count }, (_, n) => NOW - silentMs - n * everyMs)
}

describe('Whether postbacks still come', () => {
  it('is not said where none has come', () => {
    expect(paceOf([], [], NOW)).toEqual({ state: 'none' })
  })

  it('is not said where too few have come to tell how often they do', () => {
    expect(paceOf([NOW - HOUR], [], NOW)).toEqual({ state: 'few', lastAt: NOW - HOUR, earlier: 0 })
    expect(paceOf(arrivals(5, MINUTE, HOUR), [], NOW)).toMatchObject({ state: 'few', earlier: 4 })
    expect(paceOf(arrivals(6, MINUTE, HOUR), [], NOW)).toMatchObject({ state: 'stopped', earlier: 5 })
  })

  it('is yes while the present pause is like those before', () => {
    expect(paceOf(arrivals(51, 20 * SECOND, 40 * SECOND), [], NOW)).toEqual({
      state: 'coming',
      lastAt: NOW - 40 * SECOND,
      earlier: 50,
      averageMs: 20 * SECOND,
      longestMs: 20 * SECOND,
      silentMs: 40 * SECOND,
    })
  })

  it('is no where nothing came for far longer than ever before', () => {
    expect(paceOf(arrivals(51, 20 * SECOND, 14 * MINUTE), [], NOW)).toMatchObject({
      state: 'stopped',
      averageMs: 20 * SECOND,
      silentMs: 14 * MINUTE,
    })
  })

  it('is left open where the pause is long, and others were as long', () => {
    const withPause = [...arrivals(20, 20 * SECOND, 10 * MINUTE), NOW - 40 * MINUTE, NOW - 41 * MINUTE]
    expect(paceOf(withPause, [], NOW)).toMatchObject({ state: 'quiet' })
    expect(paceOf(arrivals(51, 20 * SECOND, 100 * SECOND), [], NOW)).toMatchObject({ state: 'quiet' })
    // Far longer than the average, and not longer than one that was over in the end.
    const twoRushes = [...arrivals(25, 2 * SECOND, 15 * MINUTE), ...arrivals(25, 2 * SECOND, 36 * MINUTE)]
    expect(paceOf(twoRushes, [], NOW)).toMatchObject({ state: 'quiet', longestMs: 20 * MINUTE + 12 * SECOND })
  })

  it('is no matter of a few seconds, however fast they came', () => {
    expect(paceOf(arrivals(51, 10, 20 * SECOND), [], NOW)).toMatchObject({ state: 'coming' })
    expect(paceOf(arrivals(51, 10, MINUTE), [], NOW)).toMatchObject({ state: 'stopped' })
  })

  it('is asked of the time in which they could have come', () => {
    const times = arrivals(51, 20 * SECOND, 14 * MINUTE)
    const down = [{ from: NOW - 14 * MINUTE + SECOND, to: NOW - SECOND }]
    expect(paceOf(times, down, NOW)).toMatchObject({ state: 'coming', silentMs: 2 * SECOND })
    expect(paceOf(times, [{ from: NOW - 13 * MINUTE, to: null }], NOW)).toMatchObject({ silentMs: MINUTE })
    // A night in which the inspector was off says nothing of how often they come.
    const overnight = [...arrivals(25, 20 * SECOND, 0), ...arrivals(25, 20 * SECOND, 10 * HOUR)]
    const night = [{ from: NOW - 10 * HOUR, to: NOW - 24 * 20 * SECOND }]
    expect(paceOf(overnight, night, NOW)).toMatchObject({ longestMs: 20 * SECOND })
  })

  it('does not depend on the order in which they were stored, and takes a clock that went back', () => {
    const times = arrivals(20, MINUTE, 2 * MINUTE)
    expect(paceOf(times.toReversed(), [], NOW)).toEqual(paceOf(times, [], NOW))
    expect(paceOf(arrivals(20, MINUTE, -5 * MINUTE), [], NOW)).toMatchObject({ state: 'coming', silentMs: 0 })
  })
})

describe('The time in which we could be reached', () => {
  it('leaves out each outage once, as far as it lies in the span', () => {
    expect(reachableMs(100, 200, [], 1000)).toBe(100)
    expect(reachableMs(100, 200, [{ from: 50, to: 120 }], 1000)).toBe(80)
    expect(
      reachableMs(
        100,
        200,
        [
          { from: 140, to: 180 },
          { from: 110, to: 150 },
          { from: 120, to: 130 },
        ],
        1000,
      ),
    ).toBe(30)
    expect(reachableMs(100, 200, [{ from: 150, to: null }], 170)).toBe(80)
    expect(reachableMs(100, 200, [{ from: 300, to: 400 }], 1000)).toBe(100)
  })
})
