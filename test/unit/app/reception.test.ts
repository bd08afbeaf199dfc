import { expect, test } from 'vitest'
import { createReception } from '../../../src/app/reception.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { aCapturedRequest } from '../../support/builders.ts'

const reception = createReception(
  // Only asked what it expects: nothing is stored.
  {} as PostbackStore,
  () => null,
  () => {},
)
reception.setEndpoints([{ ...DEFAULT_ENDPOINT_CONFIG, id: 'e1' }])

test.each([
  ['/hitpoint', true],
  ['/hitpoint?user_id=u&reward_amount=5', true],
  ['/Hitpoint/?user_id=u', true],
  ['/hitpoint&user_id=u', true],
  ['/wrong-path?user_id=u&reward_amount=5', true],
  ['/wrong-path?other=1', false],
  ['/wp-login.php?user_id=u&reward_amount=5', false],
  ['/', false],
])('what must always be kept is told from noise: %s', (target, expected) => {
  expect(reception.isExpected(aCapturedRequest({ target }))).toBe(expected)
})

test('what is no request at all is no postback either', () => {
  expect(reception.isExpected(aCapturedRequest({ method: null, target: null }))).toBe(false)
})
