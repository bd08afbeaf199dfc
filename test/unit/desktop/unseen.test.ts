import { describe, expect, it } from 'vitest'
import { createUnseen } from '../../../electron/main/unseen.ts'

describe('failures that nobody has seen', () => {
  it('are those that came while no window had the focus, until the list is looked at', () => {
    const told: number[] = []
    const unseen = createUnseen((count) => told.push(count))
    unseen.arrived(2, false)
    unseen.arrived(0, false)
    unseen.arrived(5, true)
    unseen.arrived(1, false)
    expect(unseen.count).toBe(3)
    unseen.looked()
    unseen.looked()
    expect(told).toEqual([2, 3, 0])
  })
})
