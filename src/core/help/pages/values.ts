import type { PageFrames } from '../finding-page.ts'

/** Whether the two values arrived at all, once, and each under its own name. */
export const VALUE_FRAMES = {
  'param-missing': {
    example: {
      target: '/hitpoint?user_id=u_1001',
      bad: [],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-empty', 'name-near-miss', 'template-name-left', 'html-ampersand', 'separators-encoded'],
  },
  'param-empty': {
    example: {
      target: '/hitpoint?user_id=&reward_amount=50',
      bad: ['user_id='],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'user-id-placeholder'],
  },
  'macro-not-replaced': {
    example: {
      target: '/hitpoint?user_id={user_id}&reward_amount=50',
      bad: ['{user_id}'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['template-name-left', 'user-id-placeholder', 'opened-in-browser'],
  },
  'values-swapped': {
    example: {
      target: '/hitpoint?user_id=50&reward_amount=u_1001',
      bad: ['50', 'u_1001'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['amount-not-a-number', 'name-near-miss'],
  },
  'repeated-param': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50&user_id=u_2002',
      bad: ['user_id=u_1001', 'user_id=u_2002'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'extra-params'],
  },
  'extra-params': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50&campaign=summer',
      bad: ['campaign'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['name-near-miss', 'repeated-param', 'possible-duplicate'],
  },
} as const satisfies PageFrames<
  'param-missing' | 'param-empty' | 'macro-not-replaced' | 'values-swapped' | 'repeated-param' | 'extra-params'
>
