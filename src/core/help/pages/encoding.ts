import type { PageFrames } from '../finding-page.ts'

/** How a value was encoded on its way. */
export const ENCODING_FRAMES = {
  'double-encoded': {
    example: {
      target: '/hitpoint?user_id=ana%2540shop&reward_amount=50',
      bad: ['%2540'],
      right: '/hitpoint?user_id=ana%40shop&reward_amount=50',
    },
    related: ['percent-invalid', 'separators-encoded', 'plus-as-space'],
  },
  'percent-invalid': {
    example: {
      target: '/hitpoint?user_id=100%off&reward_amount=50',
      bad: ['%'],
      right: '/hitpoint?user_id=100%25off&reward_amount=50',
    },
    related: ['double-encoded', 'utf8-invalid'],
  },
  'utf8-invalid': {
    example: {
      target: '/hitpoint?user_id=Jos%E9&reward_amount=50',
      bad: ['%E9'],
      right: '/hitpoint?user_id=Jos%C3%A9&reward_amount=50',
    },
    related: ['non-ascii', 'percent-invalid'],
  },
  'plus-as-space': {
    example: {
      target: '/hitpoint?user_id=ana+maria&reward_amount=50',
      bad: ['+'],
      right: '/hitpoint?user_id=ana%2Bmaria&reward_amount=50',
    },
    related: ['inner-whitespace', 'double-encoded', 'amount-plus-sign'],
  },
} as const satisfies PageFrames<'double-encoded' | 'percent-invalid' | 'utf8-invalid' | 'plus-as-space'>
