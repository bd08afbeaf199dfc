import { scenariosWords } from '../../words/of/scenarios.ts'
import { addDecimals } from '../amount.ts'
import { aGet, aPlan, type Scenario } from './scenario.ts'

/** Its scenario's title says so too. */
const BURST = 50

/** One reward, one credit: whatever is delivered how often. */
export const DELIVERIES: readonly Scenario[] = [
  {
    id: 'first-delivery',
    group: 'delivery',
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
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      const target = context.target({ userId, amount })
      return aPlan({
        deliveries: [
          aGet({ label: scenariosWords().labels.first, target, expects: 'accept', userId, amount }),
          aGet({ label: scenariosWords().labels.again, target, expects: 'repeat', userId, amount }),
        ],
        accounts: [{ userId, credits: [amount] }],
        ask: 'credited-once',
      })
    },
  },
  {
    id: 'other-amount',
    group: 'delivery',
    plan(context) {
      const [userId, first] = [context.user(), context.amount]
      const second = addDecimals(first, '100')
      return aPlan({
        deliveries: [
          aGet({
            label: scenariosWords().labels.first,
            target: context.target({ userId, amount: first }),
            expects: 'accept',
            userId,
            amount: first,
          }),
          aGet({
            label: scenariosWords().labels.anotherAmount,
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
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      return aPlan({
        deliveries: [
          aGet({
            label: scenariosWords().labels.atOnce(BURST),
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
