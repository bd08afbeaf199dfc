import { describe, expect, it } from 'vitest'
import { endpointConfigSchema } from '../../../../src/core/endpoint.ts'
import { actionFor, withName } from '../../../../src/core/findings/actions.ts'
import { FINDING_CODES } from '../../../../src/core/findings/codes.ts'
import { aFinding, anEndpoint } from '../../../support/detail-builders.ts'

const endpoint = anEndpoint({ extraFields: [{ field: 'transaction_id', param: 'tx' }] })

function nearMiss(field: string | null, param: string | null) {
  return aFinding({ code: 'name-near-miss', field, param })
}

describe('one click on a finding', () => {
  it('uses the received name as the mapping', () => {
    expect(actionFor(nearMiss('user_id', 'userid'), endpoint)).toEqual({
      type: 'use-name',
      field: 'user_id',
      param: 'userid',
    })
    expect(actionFor(nearMiss('transaction_id', 'TX'), endpoint)).toMatchObject({
      field: 'transaction_id',
      param: 'TX',
    })
  })

  it('offers no name that the endpoint would refuse', () => {
    expect(actionFor(nearMiss('user_id', 'reward_amount'), endpoint)).toBeNull()
    expect(actionFor(nearMiss('user_id', 'tx'), endpoint)).toBeNull()
    expect(actionFor(nearMiss('user_id', ''), endpoint)).toBeNull()
    expect(actionFor(nearMiss('unknown_field', 'x'), endpoint)).toBeNull()
    expect(actionFor(nearMiss(null, 'x'), endpoint)).toBeNull()
    expect(actionFor(nearMiss('user_id', 'userid'), null)).toBeNull()
  })

  it('leaves a mapping that the endpoint accepts', () => {
    const changed = withName(endpoint, 'reward_amount', 'payout')
    expect(changed?.rewardAmountParam).toBe('payout')
    expect(endpointConfigSchema.safeParse(changed).success).toBe(true)
  })

  it('uses the received path, also where no endpoint has it yet', () => {
    const target = '/hitpoint/?user_id=u&reward_amount=5'
    const finding = aFinding({ code: 'path-differs', evidence: [{ start: 0, end: 10 }] })
    expect(actionFor(finding, endpoint, target)).toEqual({ type: 'use-path', path: '/hitpoint/' })
    const unknown = aFinding({ code: 'path-unknown', evidence: [{ start: 0, end: 5 }] })
    expect(actionFor(unknown, null, '/cb/x?user_id=u')).toEqual({ type: 'use-path', path: '/cb/x' })
  })

  it('offers no path that an endpoint may not have, or that cannot be told', () => {
    const finding = aFinding({ code: 'path-unknown', evidence: [{ start: 0, end: 22 }] })
    expect(actionFor(finding, null, '/.adjump-inspector/abc?user_id=u')).toBeNull()
    expect(actionFor(finding, null)).toBeNull()
    expect(actionFor({ ...finding, evidence: [] }, null, '/x')).toBeNull()
    expect(actionFor({ ...finding, evidence: [{ start: 0, end: 9 }] }, endpoint, '/hitpoint?user_id=u')).toBeNull()
  })

  it('copies the dashboard URL where the one in the dashboard is at fault', () => {
    expect(actionFor(aFinding({ code: 'html-ampersand' }), endpoint)).toEqual({ type: 'copy-dashboard-url' })
    expect(actionFor(aFinding({ code: 'html-ampersand' }), null)).toBeNull()
  })

  it('opens the earlier postback of a possible duplicate', () => {
    expect(actionFor(aFinding({ code: 'possible-duplicate', related: 3 }), endpoint)).toEqual({
      type: 'show-postback',
      id: 3,
    })
    expect(actionFor(aFinding({ code: 'possible-duplicate' }), endpoint)).toBeNull()
  })

  it('does nothing about what only the sender or the own server can mend', () => {
    const inert = FINDING_CODES.filter((code) => actionFor(aFinding({ code, field: 'user_id' }), endpoint) === null)
    expect(inert).toEqual(
      expect.arrayContaining([
        'amount-decimal-comma',
        'plus-as-space',
        'non-ascii',
        'opened-in-browser',
        'method-not-get',
      ]),
    )
  })
})
