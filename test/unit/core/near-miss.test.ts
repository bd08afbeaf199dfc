import { describe, expect, it } from 'vitest'
import { aMapping, readingOf } from '../../support/builders.ts'

/** Which received name is offered for which field. */
function offered(query: string, mapping = aMapping()): (string | null)[][] {
  return readingOf(`/hitpoint?${query}`, [mapping])
    .findings.filter(({ code }) => code === 'name-near-miss')
    .map(({ field, param }) => [field, param])
}

describe('the offer of a received name for a mapped one', () => {
  it('is the best one only: written alike before alias before typing error', () => {
    expect(offered('uid=1&usr_id=2&USER-ID=3&User_Id=4&reward_amount=5')).toEqual([['user_id', 'User_Id']])
    expect(offered('usr_id=2&uid=1&reward_amount=5')).toEqual([['user_id', 'uid']])
  })

  it('is made for each field that is absent', () => {
    expect(offered('userid=1&rewards=5')).toEqual([
      ['user_id', 'userid'],
      ['reward_amount', 'rewards'],
    ])
  })

  it('is never a name that is mapped already', () => {
    const mapping = aMapping({ userIdParam: 'uid', rewardAmountParam: 'user' })
    expect(offered('user=5', mapping)).toEqual([])
    const extra = aMapping({ extraFields: [{ field: 'sub', param: 'subid' }] })
    expect(offered('subid=5&reward_amount=5', extra)).toEqual([])
  })

  it('is never currency, however close', () => {
    expect(offered('user_id=1&currency=5', aMapping({ rewardAmountParam: 'currencyy' }))).toEqual([])
  })

  it('is the documented name where the mapping was changed', () => {
    expect(offered('user_id=1&amt=5', aMapping({ userIdParam: 'player', rewardAmountParam: 'amt' }))).toEqual([
      ['user_id', 'user_id'],
    ])
  })

  it('is not made for very short names that any other short name would be close to', () => {
    const short = aMapping({ userIdParam: 'u', rewardAmountParam: 'amt' })
    expect(offered('a=1&am=2&x=3', short)).toEqual([])
    expect(offered('U=1&AMT=2', short)).toEqual([
      ['user_id', 'U'],
      ['reward_amount', 'AMT'],
    ])
  })

  it('carries the name exactly as it was received, decoded', () => {
    expect(offered('user_id%20=1&reward_amount=5')).toEqual([['user_id', 'user_id ']])
  })

  it('takes no typing error for an extra field, which may as well be another parameter', () => {
    const mapping = aMapping({ extraFields: [{ field: 'transaction_id', param: 'transaction_id' }] })
    expect(offered('user_id=1&reward_amount=5&transaction_ip=x', mapping)).toEqual([])
    expect(offered('user_id=1&reward_amount=5&transactionId=x', mapping)).toEqual([['transaction_id', 'transactionId']])
  })
})
