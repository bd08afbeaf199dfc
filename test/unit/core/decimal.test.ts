import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../src/core/amount.ts'
import { compareDecimals, decimalSortKey, isSummable } from '../../../src/core/decimal.ts'
import { addDecimals, sumAmounts, sumDecimals } from '../../../src/core/exact-sum.ts'

/** A decimal as text, with its value as an integer of 10^-30. */
const scaled = fc
  .record({
    negative: fc.boolean(),
    digits: fc.stringMatching(/^[0-9]{1,25}$/),
    places: fc.integer({ min: 0, max: 30 }),
    exponent: fc.constantFrom(0, 0, 0, 3, 17),
  })
  .map(({ negative, digits, places, exponent }) => {
    const padded = digits.padStart(places + 1, '0')
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
    const units = BigInt(digits) * 10n ** BigInt(30 - places + exponent)
    return {
      text: `${negative ? '-' : ''}${text}${exponent === 0 ? '' : `e${String(exponent)}`}`,
      units: negative ? -units : units,
    }
  })

/** Any decimal, with exponents far beyond what could be written out. */
const wild = fc.stringMatching(/^-?[0-9]{1,12}(\.[0-9]{1,12})?(e-?[0-9]{1,22})?$/)

const valueOf = (text: string): string => {
  const { value } = readAmount(text)
  if (value === null) throw new Error(`not a decimal: ${text}`)
  return value
}
const sign = (comparison: number): number => Math.sign(comparison)
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

describe('comparing decimals', () => {
  it('agrees with whole numbers', () => {
    fc.assert(
      fc.property(scaled, scaled, (a, b) => {
        const expected = a.units < b.units ? -1 : a.units > b.units ? 1 : 0
        expect(sign(compareDecimals(valueOf(a.text), valueOf(b.text)))).toBe(expected)
      }),
    )
  })

  it('takes equal numbers for equal, however they were written', () => {
    for (const text of ['1000', '1e3', '1000.000', '+1000', '0001000', '10e2']) expect(valueOf(text)).toBe('1000')
    expect(compareDecimals('0', '-0.0')).toBe(0)
  })

  it('orders enormous exponents at once', () => {
    expect(compareDecimals('1e999999999999', '9e999999999998')).toBeGreaterThan(0)
    expect(compareDecimals('-1e999999999999', '1e-999999999999')).toBeLessThan(0)
  })

  it('refuses what is no decimal', () => {
    expect(() => compareDecimals('1', 'x')).toThrow(TypeError)
  })
})

describe('the sort key of a decimal', () => {
  it('sorts as text in the order of the numbers, and is equal for equal numbers only', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          wild,
          scaled.map(({ text }) => text),
        ),
        fc.oneof(
          wild,
          scaled.map(({ text }) => text),
        ),
        (a, b) => {
          const [left, right] = [valueOf(a), valueOf(b)]
          expect(byText(decimalSortKey(left), decimalSortKey(right))).toBe(sign(compareDecimals(left, right)))
          expect(left === right).toBe(compareDecimals(left, right) === 0)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('is equal for equal negative numbers as well', () => {
    expect(compareDecimals('-2', '-2')).toBe(0)
  })

  it('sorts a list as people would', () => {
    const sorted = [
      '-1e30',
      '-20',
      '-3',
      '-2.55',
      '-2.5',
      '-0.1',
      '-1e-50',
      '0',
      '1e-50',
      '0.09',
      '0.1',
      '1',
      '9',
      '10',
      '1e41',
    ]
    const shuffled = sorted.toReversed().map(valueOf)
    expect(shuffled.sort((a, b) => byText(decimalSortKey(a), decimalSortKey(b)))).toEqual(sorted.map(valueOf))
  })
})

describe('a sum of amounts', () => {
  it('is exact: no floating point', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(sumDecimals(['9007199254740993', '0.0000000001', '-9007199254740993'])).toBe('0.0000000001')
    expect(sumDecimals([])).toBe('0')
  })

  it('equals the sum of whole numbers, in any order', () => {
    fc.assert(
      fc.property(fc.array(scaled, { maxLength: 20 }), (items) => {
        const values = items.map(({ text }) => valueOf(text))
        const total = sumDecimals(values)
        expect(sumDecimals(values.toReversed())).toBe(total)
        expect(sumDecimals(values.toSorted(byText))).toBe(total)
        const units = items.reduce((sum, item) => sum + item.units, 0n)
        expect(total).toBe(valueOf(`${String(units)}e-30`))
      }),
    )
  })

  it('says how many it could not include: those without a value and those beyond the bound', () => {
    expect(sumAmounts(['1', null, '2.5', '1e999999999', '1e-401', '-1e400'])).toMatchObject({ included: 2, leftOut: 4 })
    expect(sumAmounts(['1', null, '2.5', '1e999999999'])).toEqual({ total: '3.5', included: 2, leftOut: 2 })
    expect(isSummable('1e399')).toBe(true)
    expect(isSummable('1e400')).toBe(false)
    expect(() => sumDecimals(['1e999999999'])).toThrow(RangeError)
  })
})
