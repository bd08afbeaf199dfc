import type { PageFrames } from '../finding-page.ts'

/** Amounts that have no value without guessing. Each has exactly one of these codes, or `values-swapped`. */
export const AMOUNT_ERROR_FRAMES = {
  'amount-not-a-number': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=NaN',
      bad: ['NaN'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['values-swapped', 'amount-has-unit', 'amount-decimal-comma', 'html-entity-in-value'],
  },
  'amount-decimal-comma': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=1,50',
      bad: ['1,50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=1.50',
    },
    related: ['amount-separator-ambiguous', 'amount-thousands-separator'],
  },
  'amount-separator-ambiguous': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=1,000',
      bad: ['1,000'],
      right: '/hitpoint?user_id=u_1001&reward_amount=1000',
    },
    related: ['amount-decimal-comma', 'amount-thousands-separator'],
  },
  'amount-thousands-separator': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=1.234,56',
      bad: ['1.234,56'],
      right: '/hitpoint?user_id=u_1001&reward_amount=1234.56',
    },
    related: ['amount-separator-ambiguous', 'amount-decimal-comma'],
  },
  'amount-has-unit': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50%20coins',
      bad: ['50%20coins'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['amount-not-a-number', 'amount-thousands-separator'],
  },
} as const satisfies PageFrames<
  | 'amount-not-a-number'
  | 'amount-decimal-comma'
  | 'amount-separator-ambiguous'
  | 'amount-thousands-separator'
  | 'amount-has-unit'
>
