import { describe, expect, it } from 'vitest'
import { tellingFinding } from '../../../../src/renderer/features/postbacks/findings-order.ts'
import { readingOf } from '../../../support/builders.ts'

const telling = (target: string): string | undefined => tellingFinding(readingOf(target).findings)?.code

describe('the one finding that is named', () => {
  it.each([
    ['/hitpoint?user_id=u1&amp;reward_amount=5', 'html-ampersand'],
    ['/hitpoint?userid=u1&reward_amount=5', 'name-near-miss'],
    ['/hitpoint&user_id=u1&reward_amount=5', 'question-mark-missing'],
    ['/hitpoint?[YourParamName]=u1&reward_amount=5', 'template-name-left'],
  ])('is the cause, not the parameter that went missing by it: %s', (target, code) => {
    expect(telling(target)).toBe(code)
  })

  it('is the missing parameter where nothing explains it', () => {
    expect(telling('/hitpoint?user_id=u1')).toBe('param-missing')
  })

  it('is the error where there are warnings beside it', () => {
    expect(telling('/hitpoint/?user_id=a+b&reward_amount=1,50')).toBe('amount-decimal-comma')
  })

  it('is none for a clean postback', () => {
    expect(telling('/hitpoint?user_id=u1&reward_amount=5')).toBeUndefined()
  })
})
