import { aGet, aPlan, type Scenario } from './scenario.ts'

/** Well below the usual servers' time for a head, which is a minute or less. */
const PAUSE_MS = 1000

/** The same postback, carried another way. */
export const HTTP: readonly Scenario[] = [
  {
    id: 'post',
    group: 'http',
    title: 'POST instead of GET',
    correct: 'Refuses it with 405, or takes it like a GET. Adjump sends GET.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [
          aGet({ method: 'POST', target: context.target({ userId, amount }), expects: 'either', userId, amount }),
        ],
        accounts: [{ userId, credits: [amount, '0'] }],
      })
    },
  },
  {
    id: 'head',
    group: 'http',
    title: 'HEAD instead of GET',
    correct: 'Credits nothing: link checkers and previews send HEAD.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [
          aGet({ method: 'HEAD', target: context.target({ userId, amount }), expects: 'either', userId, amount }),
        ],
        accounts: [{ userId, credits: ['0'] }],
        ask: 'not-credited',
      })
    },
  },
  {
    id: 'slow-client',
    group: 'http',
    title: 'A slow client: it connects, and sends its request a second later',
    correct: 'Waits for the request, and credits.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [
          aGet({ target: context.target({ userId, amount }), expects: 'accept', dripMs: PAUSE_MS, userId, amount }),
        ],
        accounts: [{ userId, credits: [amount] }],
      })
    },
  },
]
