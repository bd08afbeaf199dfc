import type { PageFrames } from '../finding-page.ts'

/** Whom the reward is for, and what a value may do where it goes next. */
export const USER_ID_FRAMES = {
  'user-id-placeholder': {
    example: {
      target: '/hitpoint?user_id=null&reward_amount=50',
      bad: ['null'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-empty', 'macro-not-replaced'],
  },
  'user-id-is-email': {
    example: {
      target: '/hitpoint?user_id=ana%40example.com&reward_amount=50',
      bad: ['ana%40example.com'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['double-encoded', 'non-ascii'],
  },
  'markup-in-value': {
    example: {
      target: '/hitpoint?user_id=%3Cb%3Eana%3C%2Fb%3E&reward_amount=50',
      bad: ['%3Cb%3Eana%3C%2Fb%3E'],
      right: '/hitpoint?user_id=ana&reward_amount=50',
    },
    related: ['formula-in-value', 'user-id-placeholder'],
  },
  'formula-in-value': {
    example: {
      target: '/hitpoint?user_id=%3D1%2B2&reward_amount=50',
      bad: ['%3D1%2B2'],
      right: '/hitpoint?user_id=u_12&reward_amount=50',
    },
    related: ['markup-in-value', 'amount-negative'],
  },
} as const satisfies PageFrames<'user-id-placeholder' | 'user-id-is-email' | 'markup-in-value' | 'formula-in-value'>
