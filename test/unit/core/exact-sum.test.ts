import { describe, expect, it } from 'vitest'
import { createExactSum, sumAmounts } from '../../../src/core/exact-sum.ts'
import { randomDecimals, seededRandom, shuffled } from '../../support/random-decimals.ts'

describe('An exact sum', () => {
  it('of 100,000 random decimals of up to 30 digits is that of one big integer, whatever the order', () => {
    const random = seededRandom(20_260_115)
    const { texts, total } = randomDecimals(100_000, random)
    expect(sumAmounts(texts)).toEqual({ total, included: 100_000, leftOut: 0 })
    for (let turn = 0; turn < 3; turn += 1) expect(sumAmounts(shuffled(texts, random)).total).toBe(total)
    expect(sumAmounts(texts.toSorted()).total).toBe(total)
  })

  it('can be read at any time and goes on growing', () => {
    const sum = createExactSum()
    expect(sum.result().total).toBe('0')
    sum.add('0.1')
    sum.add('0.2')
    expect(sum.result().total).toBe('0.3')
    sum.add('-0.3')
    sum.add('9007199254740993')
    expect(sum.result()).toEqual({ total: '9007199254740993', included: 4, leftOut: 0 })
  })

  it('keeps every digit of many whole numbers', () => {
    const sum = createExactSum()
    for (let turn = 0; turn < 10_000_000; turn += 1) sum.add('999999999')
    expect(sum.result().total).toBe('9999999990000000')
  })

  it('takes values at both ends of its bound, and leaves out what lies beyond and what is no number', () => {
    const sum = createExactSum()
    for (const value of ['1e399', '1e-400', '-1e399']) expect(sum.add(value)).toBe(true)
    for (const value of ['1e400', '1e-401', '1,5', '', null]) expect(sum.add(value)).toBe(false)
    expect(sum.result()).toEqual({ total: '1e-400', included: 3, leftOut: 5 })
  })
})
