import type { PageFrames } from '../finding-page.ts'

/** What a value is made of, where the eye or a strict reader stumbles. */
export const CHARACTER_FRAMES = {
  'edge-whitespace': {
    example: {
      target: '/hitpoint?user_id=u_1001%20&reward_amount=50',
      bad: ['%20'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['inner-whitespace', 'invisible-character', 'control-character'],
  },
  'control-character': {
    example: {
      target: '/hitpoint?user_id=u_%0A1001&reward_amount=50',
      bad: ['%0A'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['edge-whitespace', 'invisible-character'],
  },
  'invisible-character': {
    example: {
      target: '/hitpoint?user_id=u_1001%E2%80%8B&reward_amount=50',
      bad: ['%E2%80%8B'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['edge-whitespace', 'control-character', 'non-ascii'],
  },
  'inner-whitespace': {
    example: {
      target: '/hitpoint?user_id=ana%20maria&reward_amount=50',
      bad: ['%20'],
      right: '/hitpoint?user_id=ana_maria&reward_amount=50',
    },
    related: ['edge-whitespace', 'plus-as-space'],
  },
  'non-ascii': {
    example: {
      target: '/hitpoint?user_id=Jos%C3%A9&reward_amount=50',
      bad: ['%C3%A9'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['utf8-invalid', 'invisible-character'],
  },
} as const satisfies PageFrames<
  'edge-whitespace' | 'control-character' | 'invisible-character' | 'inner-whitespace' | 'non-ascii'
>
