import { describe, expect, it } from 'vitest'
import { SliceSize } from '../../../../src/services/store/clearing/slice-size.ts'

describe('How much a slice of a removal takes', () => {
  it('halves after one that took long, and doubles after quick ones, within its bounds', () => {
    const size = new SliceSize()
    const first = size.rows
    size.took(1, first)
    expect(size.rows).toBe(first * 2)
    size.took(3, size.rows)
    expect(size.rows).toBe(first * 2)
    size.took(20, size.rows)
    expect(size.rows).toBe(first)
    for (let at = 0; at < 10; at += 1) size.took(20, size.rows)
    const least = size.rows
    expect(least).toBeGreaterThan(0)
    for (let at = 0; at < 20; at += 1) size.took(0.5, size.rows)
    expect(size.rows).toBe(200)
  })

  it('does not grow after a slice that was not full', () => {
    const size = new SliceSize()
    const before = size.rows
    size.took(0.1, before - 1)
    expect(size.rows).toBe(before)
  })
})
