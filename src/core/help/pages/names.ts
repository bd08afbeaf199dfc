import type { PageFrames } from '../finding-page.ts'

/** Names that are nearly right, or that HTML and templates have left behind. */
export const NAME_FRAMES = {
  'name-near-miss': {
    example: {
      target: '/hitpoint?userid=u_1001&reward_amount=50',
      bad: ['userid'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'extra-params', 'template-name-left'],
  },
  'template-name-left': {
    example: {
      target: '/hitpoint?[YourParamName]=u_1001&reward_amount=50',
      bad: ['[YourParamName]'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'macro-not-replaced', 'name-near-miss'],
  },
  'html-ampersand': {
    example: {
      target: '/hitpoint?user_id=u_1001&amp;reward_amount=50',
      bad: ['amp;reward_amount'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'html-entity-in-value', 'semicolon-separator'],
  },
  'html-entity-in-value': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50%C2%A4cy=USD',
      bad: ['%C2%A4'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50&currency=USD',
    },
    related: ['html-ampersand', 'amount-not-a-number'],
  },
} as const satisfies PageFrames<'name-near-miss' | 'template-name-left' | 'html-ampersand' | 'html-entity-in-value'>
