import { addDecimals } from '../amount.ts'
import { aGet, aPlan, type Scenario } from './scenario.ts'

const BURST = 50

/** One reward, one credit: whatever is delivered how often. */
export const DELIVERIES: readonly Scenario[] = [
  {
    id: 'first-delivery',
    group: 'delivery',
    title: 'First delivery',
    correct: 'Answers 2xx and credits the amount once.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [aGet({ target: context.target({ userId, amount }), expects: 'accept', userId, amount })],
        accounts: [{ userId, credits: [amount] }],
        ask: 'credited-once',
      })
    },
  },
  {
    id: 'same-again',
    group: 'delivery',
    title: 'The same delivery again',
    correct: 'Answers the repetition like the first delivery, and does not credit twice.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      const target = context.target({ userId, amount })
      return aPlan({
        deliveries: [
          aGet({ label: 'First', target, expects: 'accept', userId, amount }),
          aGet({ label: 'Again', target, expects: 'repeat', userId, amount }),
        ],
        accounts: [{ userId, credits: [amount] }],
        ask: 'credited-once',
      })
    },
  },
  {
    id: 'other-amount',
    group: 'delivery',
    title: 'Same user, another amount',
    correct: 'Credits both: another amount is another reward.',
    plan(context) {
      const [userId, first] = [context.user(), context.amount]
      const second = addDecimals(first, '100')
      return aPlan({
        deliveries: [
          aGet({
            label: 'First',
            target: context.target({ userId, amount: first }),
            expects: 'accept',
            userId,
            amount: first,
          }),
          aGet({
            label: 'Another amount',
            target: context.target({ userId, amount: second, transaction: '2' }),
            expects: 'accept',
            userId,
            amount: second,
          }),
        ],
        accounts: [{ userId, credits: [addDecimals(first, second)] }],
      })
    },
  },
  {
    id: 'burst',
    group: 'delivery',
    title: `The same delivery ${String(BURST)} times at once`,
    correct: 'Answers all alike and credits once: looking first and writing then lets several through.',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [
          aGet({
            label: `${String(BURST)} at once`,
            target: context.target({ userId, amount }),
            atOnce: BURST,
            expects: 'repeat',
            userId,
            amount,
          }),
        ],
        accounts: [{ userId, credits: [amount] }],
        ask: 'credited-once',
      })
    },
  },
]
