import type { PageFrames } from '../finding-page.ts'

/** The request as a whole: its method, its path, where it came from, and whether it came before. */
export const REQUEST_FRAMES = {
  'method-not-get': {
    example: {
      target: '/hitpoint',
      method: 'POST',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: 'user_id=u_1001&reward_amount=50',
      bad: ['POST'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['param-missing', 'opened-in-browser'],
  },
  'path-unknown': {
    example: {
      target: '/callback?user_id=u_1001&reward_amount=50',
      bad: ['/callback'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['path-differs', 'question-mark-missing', 'question-mark-encoded'],
  },
  'path-differs': {
    example: {
      target: '/Hitpoint/?user_id=u_1001&reward_amount=50',
      bad: ['/Hitpoint/'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['path-unknown'],
  },
  'fragment-in-target': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50#top',
      bad: ['#top'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['percent-invalid', 'question-mark-repeated'],
  },
  'absolute-form': {
    example: {
      target: 'http://example.com/hitpoint?user_id=u_1001&reward_amount=50',
      bad: ['http://example.com'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['opened-in-browser', 'path-differs'],
  },
  'opened-in-browser': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50',
      headers: [
        ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
        ['Sec-Fetch-Mode', 'navigate'],
      ],
      bad: ['navigate'],
      right: '/hitpoint?user_id=u_1001&reward_amount=50',
    },
    related: ['macro-not-replaced', 'method-not-get'],
  },
  'possible-duplicate': {
    example: {
      target: '/hitpoint?user_id=u_1001&reward_amount=50',
      earlier: { target: '/hitpoint?user_id=u_1001&reward_amount=50', secondsBefore: 40 },
      bad: [],
      right: '/hitpoint?user_id=u_1001&reward_amount=75',
    },
    related: ['amount-trailing-zeros', 'extra-params'],
  },
} as const satisfies PageFrames<
  | 'method-not-get'
  | 'path-unknown'
  | 'path-differs'
  | 'fragment-in-target'
  | 'absolute-form'
  | 'opened-in-browser'
  | 'possible-duplicate'
>
