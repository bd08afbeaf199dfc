import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchSleep } from '../../../src/app/sleep-watch.ts'

describe('the watch for sleep', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('tells a gap between two looks at the clock, and nothing of an ordinary delay or a clock set back', () => {
    vi.useFakeTimers({ now: 0 })
    const gaps: [number, number][] = []
    const stop = watchSleep((from, to) => gaps.push([from, to]))
    vi.advanceTimersByTime(20_000)
    vi.setSystemTime(25_000)
    vi.advanceTimersByTime(2000)
    vi.setSystemTime(10_000)
    vi.advanceTimersByTime(2000)
    expect(gaps).toEqual([])
    vi.setSystemTime(612_000)
    vi.advanceTimersByTime(2000)
    expect(gaps).toEqual([[12_000, 614_000]])
    stop()
    vi.setSystemTime(9_000_000)
    vi.advanceTimersByTime(4000)
    expect(gaps).toHaveLength(1)
  })
})
