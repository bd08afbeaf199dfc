import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDeadline } from '../../../src/app/deadline.ts'
import { createOutcomeWriter } from '../../../src/app/outcome-writer.ts'
import type { Expectation, Outcome } from '../../../src/core/expectation.ts'
import { StoreError } from '../../../src/core/ports.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function anExpectation(id: string, outcome: Outcome): Expectation {
  return { id, endpointId: 'e1', userId: 'u_1', amount: '5', armedAt: 0, until: 9, outcome }
}

describe('outcomes', () => {
  it('that a full disk refuses are written once it takes them, the newest of each', async () => {
    const written: [string, string][] = []
    let isFull = true
    const saveOutcome = async (id: string, { state }: Outcome): Promise<void> => {
      if (isFull) throw new StoreError('disk-full', 'The disk is full.')
      written.push([id, state])
    }
    const writer = createOutcomeWriter({ saveOutcome }, (bug) => {
      throw bug
    })
    writer.write(anExpectation('a', { state: 'pending', nearest: null }))
    await writer.settled()
    writer.write(anExpectation('a', { state: 'met', postbackId: 1, endedAt: 5 }))
    writer.write(anExpectation('b', { state: 'cancelled', endedAt: 5 }))
    await writer.settled()
    expect(written).toEqual([])
    isFull = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(written).toEqual([
      ['a', 'met'],
      ['b', 'cancelled'],
    ])
    await writer.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a deadline', () => {
  it('holds however far it is, and says how late it is', async () => {
    const late: number[] = []
    const deadline = createDeadline(
      () => Date.now(),
      (ms) => late.push(ms),
    )
    deadline.set(Date.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(3_599_000)
    expect(late).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(late).toEqual([0])
  })

  it('notices a clock that was set ahead, within a minute', async () => {
    const late: number[] = []
    let ahead = 0
    const deadline = createDeadline(
      () => Date.now() + ahead,
      (ms) => late.push(ms),
    )
    deadline.set(Date.now() + 3_600_000)
    ahead = 7_200_000
    await vi.advanceTimersByTimeAsync(60_000)
    expect(late).toEqual([3_660_000])
  })

  it('that is replaced or taken away does not come', async () => {
    const due = vi.fn<() => void>()
    const deadline = createDeadline(() => Date.now(), due)
    deadline.set(Date.now() + 1_000)
    deadline.set(null)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(due).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})
