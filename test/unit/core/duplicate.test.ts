import { describe, expect, it } from 'vitest'
import { duplicateKey, isPossibleDuplicate, withPossibleDuplicate } from '../../../src/core/duplicate.ts'
import type { Reading } from '../../../src/core/postback.ts'
import { aMapping, aPostbackSummary, aReading, readingOf, SOME_TIME } from '../../support/builders.ts'

const MINUTE = 60_000
const transaction = (value: string | null): Reading['extras'] => [{ field: 'transaction_id', param: 'tx', value }]
const later = (minutes: number) => ({ receivedAt: SOME_TIME + minutes * MINUTE })

describe('a possible duplicate', () => {
  const mapping = aMapping({ duplicateWindowMinutes: 10 })
  const earlier = aPostbackSummary()

  it('has the same endpoint, user id and amount text within the window', () => {
    expect(isPossibleDuplicate(aPostbackSummary(later(10)), earlier, mapping)).toBe(true)
  })

  it.each([
    ['the window is over', later(10.01)],
    ['the user differs', { userId: 'u_2' }],
    ['the amount is written differently', { rewardAmount: '50.0' }],
    ['the endpoint differs', { endpointId: 'e2' }],
    ['it is a probe', { kind: 'probe' as const }],
  ])('is none where %s', (_, different) => {
    expect(isPossibleDuplicate(aPostbackSummary(different), earlier, mapping)).toBe(false)
  })

  it('is none where the window is turned off', () => {
    expect(isPossibleDuplicate(earlier, earlier, aMapping({ duplicateWindowMinutes: 0 }))).toBe(false)
  })

  it('is found although the clock was set back in between', () => {
    expect(isPossibleDuplicate(aPostbackSummary(later(-2)), earlier, mapping)).toBe(true)
  })

  it('is told apart by a mapped transaction id, where both carry one', () => {
    const withId = (value: string | null) => aPostbackSummary({ extras: transaction(value) })
    expect(isPossibleDuplicate(withId('a'), withId('b'), mapping)).toBe(false)
    expect(isPossibleDuplicate(withId('a'), withId('a'), mapping)).toBe(true)
    expect(isPossibleDuplicate(withId('a'), withId(null), mapping)).toBe(true)
    expect(isPossibleDuplicate(withId(''), withId('a'), mapping)).toBe(true)
  })
})

describe('the key of a possible duplicate', () => {
  it('is what the two have in common', () => {
    expect(duplicateKey(aReading())).toEqual({ endpointId: 'e1', userId: 'u_1001', amountText: '50' })
  })

  it.each([
    '/hitpoint?user_id=u1',
    '/hitpoint?user_id=&reward_amount=5',
    '/hitpoint?user_id={user_id}&reward_amount={reward_amount}',
    '/hitpoint?user_id=null&reward_amount=5',
    '/favicon.ico?user_id=u1&reward_amount=5',
  ])('is absent for %s, which has findings of its own or is no postback', (target) => {
    expect(duplicateKey(readingOf(target))).toBeNull()
  })

  it('stands although the amount has no value', () => {
    expect(duplicateKey(readingOf('/hitpoint?user_id=u1&reward_amount=1,50'))).toMatchObject({ amountText: '1,50' })
  })
})

describe('a reading with a possible duplicate', () => {
  const earlier = { id: 7, receivedAt: SOME_TIME }

  it('warns, names the earlier postback and says how long ago it came', () => {
    const reading = withPossibleDuplicate(aReading(), earlier, SOME_TIME + 3 * MINUTE + 5_000)
    expect(reading).toMatchObject({ verdict: 'warn', findings: [{ code: 'possible-duplicate', related: 7 }] })
    expect(reading.findings[0]?.detail).toBe(
      'Postback 7, 3 min 5 s earlier, has the same endpoint, user id and amount.',
    )
  })

  it('has it in the order of the table, keeps a worse verdict, and has it once', () => {
    const reading = readingOf('/hitpoint?user_id=a+b&reward_amount=1,5&x=1')
    const twice = withPossibleDuplicate(withPossibleDuplicate(reading, earlier), earlier)
    expect(twice.findings.map(({ code }) => code)).toEqual([
      'amount-decimal-comma',
      'plus-as-space',
      'possible-duplicate',
      'extra-params',
    ])
    expect(twice.verdict).toBe('fail')
  })
})
