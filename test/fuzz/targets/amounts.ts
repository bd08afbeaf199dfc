import { compareDecimals, decimalSortKey, readAmount } from '../../../src/core/amount.ts'
import { isSummable } from '../../../src/core/decimal.ts'
import { sumAmounts } from '../../../src/core/exact-sum.ts'
import { type FuzzTarget, must, mustEqual } from '../engine/target.ts'

const AMOUNTS = [
  '0',
  '5',
  '-0',
  '1.50',
  '.5',
  '5.',
  '+7',
  '1e3',
  '-1.5E-4',
  '1,50',
  '1.000,00',
  '00012',
  ' 5 ',
  '1e400',
  '9'.repeat(40),
]

/** Amounts: canonical once and for ever, ordered as numbers are, and equal by two ways of adding up. */
export const amounts: FuzzTarget = {
  name: 'amounts',
  seeds: [
    ...AMOUNTS,
    ...AMOUNTS.map((text) => `${text}\x1f0.1\x1f-3\x1f1e-5`),
    '0.1\x1f0.2\x1f0.3',
    '999999999\x1f999999999',
  ],
  run({ text, parts }) {
    const whole = readAmount(text)
    must(whole.text === text && (whole.value === null) === (whole.problem !== null), 'a value or a problem')
    mustEqual(readAmount(text), whole, 'read twice')
    const values = parts.flatMap((part) => readAmount(part).value ?? [])
    for (const value of values) {
      must(readAmount(value).value === value, `${value} is not canonical`)
      must(compareDecimals(value, value) === 0, 'equal to itself')
    }
    for (const [index, left] of values.entries()) {
      const right = values[index + 1]
      if (right === undefined) continue
      const order = Math.sign(compareDecimals(left, right))
      must(order === -Math.sign(compareDecimals(right, left)) || order === 0, 'an order both ways')
      const [one, other] = [decimalSortKey(left), decimalSortKey(right)]
      must(order === (one === other ? 0 : one < other ? -1 : 1), 'the sort key’s order')
    }
    const sum = sumAmounts(values)
    must(sum.included + sum.leftOut === values.length, 'each counted once')
    must(sum.total === exactly(values.filter(isSummable)), `${sum.total} is another sum`)
    mustEqual(sumAmounts(values.toReversed()), sum, 'added up backwards')
  },
}

const PLACES = 900

/** Adds up as whole numbers of 10^-900, with nothing of the product's but the last step's shape. */
function exactly(values: readonly string[]): string {
  let total = 0n
  for (const value of values) {
    const [mantissa = '', exponent = '0'] = value.split('e')
    const [whole = '', fraction = ''] = mantissa.split('.')
    total += BigInt(whole + fraction) * 10n ** BigInt(PLACES + Number(exponent) - fraction.length)
  }
  return readAmount(`${String(total)}e-${String(PLACES)}`).value ?? ''
}
