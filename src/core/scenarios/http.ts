import { aGet, aPlan, type Scenario } from './scenario.ts'

/** Well below the usual servers' time for a head, which is a minute or less. */
const PAUSE_MS = 1000

/** The same postback, carried another way. */
export const HTTP: readonly Scenario[] = [
  {
    id: 'post',
    group: 'http',
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
