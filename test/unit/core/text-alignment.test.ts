import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../../src/core/text-alignment.ts'

const without = (text: string, marks: readonly { start: number; end: number }[]): string =>
  marks.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)

describe('alignTexts', () => {
  it.each([
    ['u_1001', 'u_1001', [], []],
    ['u_Abc', 'u_abc', [[2, 3]], [[2, 3]]],
    ['u_1001', 'u_01001', [[2, 2]], [[2, 3]]],
    ['5', '5.0', [[1, 1]], [[1, 3]]],
    [
      'abcdef',
      'abXdYef',
      [
        [2, 3],
        [4, 4],
      ],
      [
        [2, 3],
        [4, 5],
      ],
    ],
    ['alice', 'bob17', [[0, 5]], [[0, 5]]],
    ['a😀b', 'a😁b', [[1, 3]], [[1, 3]]],
    ['', 'x', [[0, 0]], [[0, 1]]],
  ])('%j and %j', (left, right, expected, arrived) => {
    const marks = alignTexts(left, right)
    expect(marks.expected.map(({ start, end }) => [start, end])).toEqual(expected)
    expect(marks.arrived.map(({ start, end }) => [start, end])).toEqual(arrived)
  })

  it('leaves the same text on both sides where what is marked is taken out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const { expected, arrived } = alignTexts(left, right)
        expect(without(left, expected)).toBe(without(right, arrived))
        expect(expected.length === 0).toBe(left === right)
        expect(arrived).toHaveLength(expected.length)
      }),
    )
  })

  it('takes texts of any length', () => {
    const { expected } = alignTexts(`a${'b'.repeat(20_000)}c`, `a${'d'.repeat(20_000)}c`)
    expect(expected).toEqual([{ start: 1, end: 20_001 }])
  })
})
