import type { PageFrames } from '../finding-page.ts'

/** Amounts that have a value, and are written in a way, or of a size, that somebody may not expect. */
export const AMOUNT_ODDITY_FRAMES = {
  'amount-exponent': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=1e3',
      bad: ['1e3'],
      right: '/hitpoint?user_id=u_1001&reward_amount=1000',
    },
    related: ['precision-beyond-double', 'amount-not-a-number'],
  },
  'amount-negative': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=-50',
      bad: ['-50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['amount-zero', 'amount-plus-sign'],
  },
  'amount-zero': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=0',
      bad: ['0'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['amount-negative', 'param-empty'],
  },
  'amount-plus-sign': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=%2B50',
      bad: ['%2B50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['plus-as-space', 'amount-negative'],
  },
  'amount-trailing-zeros': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=1.50',
      bad: ['1.50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=1.5',
    },
    related: ['leading-zeros', 'amount-bare-point', 'possible-duplicate'],
  },
  'amount-bare-point': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=.5',
      bad: ['.5'],
      right: '/hitpoint?user_id=u_1001&reward_amount=0.5',
    },
    related: ['amount-trailing-zeros', 'leading-zeros'],
  },
  'leading-zeros': {
    example: {
      target: '/hitpoint?user_id=007&reward_amount=50',
      bad: ['007'],
      right: '/hitpoint?user_id=7&reward_amount=50',
    },
    related: ['amount-trailing-zeros', 'precision-beyond-double'],
  },
  'precision-beyond-double': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=0.1234567890123456789',
      bad: ['0.1234567890123456789'],
      right: '/hitpoint?user_id=u_1001&reward_amount=0.12',
    },
    related: ['amount-exponent', 'amount-trailing-zeros'],
  },
} as const satisfies PageFrames<
  | 'amount-exponent'
  | 'amount-negative'
  | 'amount-zero'
  | 'amount-plus-sign'
  | 'amount-trailing-zeros'
  | 'amount-bare-point'
  | 'leading-zeros'
  | 'precision-beyond-double'
>
