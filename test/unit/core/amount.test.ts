import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../src/core/amount.ts'

const traitsOf = (text: string): string[] =>
  Object.entries(readAmount(text).traits)
    .filter(([, is]) => is)
    .map(([trait]) => trait)

describe('an amount', () => {
  it.each([
    ['50', '50'],
    ['12.50', '12.5'],
    ['1.000', '1'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+5', '5'],
    ['-50', '-50'],
    ['-0', '0'],
    ['0.00', '0'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['25e-1', '2.5'],
    ['-.5e1', '-5'],
    [' 5\n', '5'],
    ['\u00a05\u3000', '5'],
    ['9007199254740993', '9007199254740993'],
    ['0.1000000000000000055', '0.1000000000000000055'],
    ['1e40', `1${'0'.repeat(40)}`],
    ['1e41', '1e41'],
    ['-12e-60', '-1.2e-59'],
    ['0e999999999999', '0'],
  ])('%j is exactly %s', (text, value) => {
    expect(readAmount(text)).toMatchObject({ text, value, problem: null })
  })

  it('with an enormous exponent is never written out', () => {
    expect(readAmount('1e999999999').value).toBe('1e999999999')
    expect(readAmount('-15e-99999999999999999999').value).toBe('-1.5e-99999999999999999998')
    expect(readAmount(`1e${'9'.repeat(15_000)}`).value?.length).toBe(15_002)
  })

  it.each(['1,50', '1,000', '1.234,56', '50 coins', '0x1F', 'NaN', '５０', '', ' ', '\ufeff5'])(
    'that needs guessing has no value, and one reason: %j',
    (text) => {
      const { value, problem } = readAmount(text)
      expect(value).toBeNull()
      expect(problem).not.toBeNull()
    },
  )

  it.each([
    ['50', []],
    ['12.50', ['trailingZeros']],
    ['0', ['zero']],
    ['-0.00', ['zero', 'trailingZeros']],
    ['-5', ['negative']],
    ['+5', ['plusSign']],
    ['.5', ['barePoint']],
    ['5.', ['barePoint']],
    ['00.5', ['leadingZeros']],
    ['0.5', []],
    ['10', []],
    ['1e3', ['exponent']],
    [' 5 ', []],
    ['9007199254740992', []],
    ['9007199254740993', ['beyondDouble']],
    ['0.1', []],
    ['0.30000000000000004', []],
    ['0.3000000000000000444', ['beyondDouble']],
    ['1e400', ['exponent', 'beyondDouble']],
    ['1e-400', ['exponent', 'beyondDouble']],
  ])('%j is told to be %j', (text, traits) => {
    expect(traitsOf(text)).toEqual(traits)
  })
})
