import { describe, expect, it } from 'vitest'
import { numberIn, soakRequest } from '../../bench/soak/requests.ts'
import { describeSamples } from '../../bench/soak/samples.ts'
import { median, sparkline, theilSen, trendOf } from '../../bench/soak/statistics.ts'
import { seededRandom } from '../../support/random-decimals.ts'

const random = seededRandom(5)
const curve = (count: number, value: (minute: number) => number) =>
  Array.from({ length: count }, (_, index) => ({ at: index / 6, value: value(index / 6) }))
const noise = (): number => (random() + random() + random() - 1.5) * 4

describe('the soak’s statistics', () => {
  it('takes caches that fill for no leak, and half a MiB a minute for one', () => {
    const leaksWith = (minutes: number, perMinute: number): readonly string[] => {
      const points = curve(6 * minutes, (at) => 180 + Math.min(at, 8) * 7 + perMinute * at + noise())
      return describeSamples(
        points.map(({ at, value }) => ({ at, rss: value })),
        3,
      ).leaks
    }
    expect(leaksWith(14, 0)).toEqual([])
    expect(leaksWith(30, 0)).toEqual([])
    expect(leaksWith(30, 0.5)).toEqual(['RSS, MiB'])
  })

  it('finds a steady rise under noise', () => {
    const trend = trendOf(
      curve(120, (minute) => 200 + minute * 2 + noise()),
      8,
    )
    expect(trend?.slope).toBeGreaterThan(1.7)
    expect(trend?.slope).toBeLessThan(2.3)
    expect(trend?.withinNoise).toBe(false)
  })

  it('takes noise for noise, a fall for no leak, and a rise below the floor for none', () => {
    expect(
      trendOf(
        curve(120, () => 200 + noise()),
        8,
      )?.withinNoise,
    ).toBe(true)
    expect(
      trendOf(
        curve(120, (minute) => 200 - minute * 2 + noise()),
        8,
      )?.withinNoise,
    ).toBe(true)
    expect(
      trendOf(
        curve(120, (minute) => 200 + minute * 0.2),
        8,
      )?.withinNoise,
    ).toBe(true)
  })

  it('is not moved by a few wild values', () => {
    const points = curve(60, (minute) => minute).map((point, at) => (at % 9 === 0 ? { ...point, value: 500 } : point))
    expect(theilSen(points)).toBeCloseTo(1, 1)
  })

  it('tells nothing of too few values', () => {
    expect(
      trendOf(
        curve(5, () => 1),
        1,
      ),
    ).toBeNull()
  })

  it('has the median of an even and of an odd number', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0])
  })

  it('draws a curve from its least to its greatest value', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█')
    expect(sparkline([5, 5])).toBe('▁▁')
  })
})

describe('the soak’s requests', () => {
  it('are the same each time they are made, and carry their number', () => {
    for (let n = 0; n < 200; n += 1) {
      const one = soakRequest(n)
      expect(soakRequest(n)).toEqual(one)
      if (one.way !== 'raw') expect(numberIn(one.headers.find(([name]) => name === 'X-Soak')?.[1] ?? '')).toBe(n)
    }
  })
})
