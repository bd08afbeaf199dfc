import { describe, expect, it } from 'vitest'
import { createRush } from '../../../../src/renderer/features/postbacks/list/rush.ts'

function drawn(rush: ReturnType<typeof createRush>, arrivals: number, times = 1): void {
  for (let turn = 0; turn < times; turn += 1) {
    rush.arrived(arrivals)
    rush.drawn()
  }
}

describe('a rush', () => {
  it('begins with the first drawing that changes most of what is in sight, in however many pieces it came', () => {
    const rush = createRush()
    drawn(rush, 3, 100)
    expect(rush.isOn()).toBe(false)
    rush.arrived(8)
    rush.arrived(8)
    expect(rush.drawn()).toBe(true)
    expect(rush.isOn()).toBe(true)
  })

  it('outlasts a moment with little in it, and ends when little arrives for a second', () => {
    const rush = createRush()
    drawn(rush, 30)
    drawn(rush, 2, 40)
    drawn(rush, 30)
    drawn(rush, 2, 59)
    expect(rush.isOn()).toBe(true)
    rush.arrived(2)
    expect(rush.drawn()).toBe(true)
    expect(rush.isOn()).toBe(false)
  })

  it('tells of a change once', () => {
    const rush = createRush()
    rush.arrived(30)
    expect(rush.drawn()).toBe(true)
    rush.arrived(30)
    expect(rush.drawn()).toBe(false)
  })
})
