import type { PageFrames } from '../finding-page.ts'

/** What parts path, query and parameters, and stands there in the wrong form. */
export const SEPARATOR_FRAMES = {
  'separators-encoded': {
    example: {
      target: '/hitpoint?user_id=u_1001%26reward_amount%3D50',
      bad: ['u_1001%26reward_amount%3D50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'double-encoded', 'semicolon-separator', 'question-mark-encoded'],
  },
  'semicolon-separator': {
    example: {
      target: '/hitpoint?user_id=u_1001;reward_amount=50',
      bad: ['u_1001;reward_amount=50'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'separators-encoded', 'html-ampersand'],
  },
  'question-mark-missing': {
    example: {
      target: '/hitpoint&user_id=u_1001&reward_amount=50',
      bad: ['&'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'question-mark-encoded', 'path-unknown'],
  },
  'question-mark-encoded': {
    example: {
      target: '/hitpoint%3Fuser_id=u_1001&reward_amount=50',
      bad: ['%3F'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'question-mark-missing', 'separators-encoded'],
  },
  'question-mark-repeated': {
    example: {
      target: '/hitpoint?user_id=u_1001?reward_amount=50',
      bad: ['?'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'question-mark-missing'],
  },
} as const satisfies PageFrames<
  | 'separators-encoded'
  | 'semicolon-separator'
  | 'question-mark-missing'
  | 'question-mark-encoded'
  | 'question-mark-repeated'
>
