import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causesOf } from '../../../src/core/difference-cause.ts'
import { compareArrival } from '../../../src/core/expectation-match.ts'
import { describeDifference } from '../../../src/core/expectation-words.ts'
import { aPostbackSummary } from '../../support/builders.ts'

const asExpected = { endpointId: 'e1', userId: 'u_1', amount: '5' }

describe('causesOf', () => {
  it.each([
    ['user_id', 'u_Abc', 'u_abc', ['case']],
    ['user_id', '007', '7', ['leading-zeros']],
    ['user_id', 'u_7', 'u_007', ['leading-zeros']],
    ['reward_amount', '5', '5.0', ['trailing-zeros']],
    ['reward_amount', '5.10', '5.1', ['trailing-zeros']],
    ['reward_amount', '1.05', '1.5', ['another-value']],
    ['reward_amount', '1e1', '10', ['number-form']],
    ['reward_amount', '0.5', '.5', ['number-form']],
    ['reward_amount', '7.10', '07.1', ['trailing-zeros', 'leading-zeros']],
    ['user_id', 'a+b', 'a b', ['plus-and-space']],
    ['user_id', 'a b', 'a+b', ['plus-and-space']],
    ['user_id', 'u_1', ' u_1', ['edge-whitespace']],
    ['user_id', 'u_1', 'u_1\u00a0', ['edge-whitespace']],
    ['user_id', 'ab', 'a b', ['inner-whitespace']],
    ['user_id', 'ab', 'a\u200bb', ['invisible-character']],
    ['user_id', 'a b', 'a%20b', ['double-encoded']],
    ['user_id', 'a@b', 'a%2540b', ['double-encoded']],
    ['user_id', 'a%20b', 'a b', ['encoded-expectation']],
    ['user_id', 'é', 'Ã©', ['mojibake']],
    ['user_id', '€', 'â‚¬', ['mojibake']],
    ['user_id', 'Zoë', 'Zo\ufffd', ['not-utf8']],
    ['user_id', 'é', 'e\u0301', ['unicode-form']],
    ['user_id', 'U_1', ' u_1', ['case', 'edge-whitespace']],
    ['user_id', 'u_1', '{user_id}', ['macro-not-replaced']],
    ['user_id', 'u_1', null, ['missing']],
    ['user_id', 'u_1', '', ['empty']],
    ['user_id', 'alice', 'bob', ['another-value']],
  ] as const)('%s %j arrived as %j: %j', (field, expected, arrived, causes) => {
    expect(causesOf(field, expected, arrived)).toEqual(causes)
  })

  it('never throws, and each cause has a sentence', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('0.0', '%2', '%zz', '+', '.'))
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('user_id' as const, 'reward_amount' as const),
        (expected, arrived, field) => {
          fc.pre(expected !== arrived)
          const causes = causesOf(field, expected, arrived)
          expect(causes.length).toBeGreaterThan(0)
          const difference = { field, expected, arrived, causes, expectedMarks: [], arrivedMarks: [] }
          expect(describeDifference(difference)).toMatch(/^\S.+\.$/)
        },
      ),
    )
  })
})

describe('compareArrival', () => {
  it('finds no difference where both texts are equal, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (userId, amount) => {
        const arrival = aPostbackSummary({ userId, rewardAmount: amount })
        expect(compareArrival({ endpointId: 'e1', userId, amount }, arrival)).toBeNull()
      }),
    )
  })

  it('sees that user id and amount are exchanged', () => {
    const compared = compareArrival(asExpected, aPostbackSummary({ userId: '5', rewardAmount: 'u_1' }))
    expect(compared?.differences.map(({ causes }) => causes)).toEqual([['swapped'], ['swapped']])
    expect(compared?.resembles).toBe('closely')
  })

  it.each([
    ['u_1', '7', 'closely'],
    ['U_1', '7', 'closely'],
    [null, null, 'closely'],
    ['{user_id}', '{reward_amount}', 'closely'],
    ['somebody else', '5', 'in-part'],
    ['somebody else', '7', 'not'],
  ] as const)('user id %j with amount %j is like it: %s', (userId, rewardAmount, resembles) => {
    const compared = compareArrival(asExpected, aPostbackSummary({ userId, rewardAmount }))
    expect(compared?.resembles).toBe(resembles)
  })
})
