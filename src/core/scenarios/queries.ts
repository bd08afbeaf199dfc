import { conformanceWords } from '../../words/of/conformance.ts'
import { encodeValue } from './encode-value.ts'
import { aGet, aPlan, type Scenario } from './scenario.ts'

/** The same postback, written another way. */
export const QUERIES: readonly Scenario[] = [
  {
    id: 'unknown-parameter',
    group: 'query',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      const target = `${context.target({ userId, amount })}&adjump_inspector_extra=1`
      return aPlan({
        deliveries: [aGet({ target, expects: 'accept', userId, amount })],
        accounts: [{ userId, credits: [amount] }],
      })
    },
  },
  {
    id: 'other-order',
    group: 'query',
    plan(context) {
      const [userId, amount] = [context.user(), context.amount]
      const target = context.rawTarget(
        (names) => `${names.amount}=${encodeValue(amount)}&${names.user}=${encodeValue(userId)}${names.rest}`,
      )
      return aPlan({
        deliveries: [aGet({ target, expects: 'accept', userId, amount })],
        accounts: [{ userId, credits: [amount] }],
      })
    },
  },
  {
    id: 'repeated-parameter',
    group: 'query',
    plan(context) {
      const [first, second, amount] = [context.user('-one'), context.user('-two'), context.amount]
      const target = context.rawTarget(
        ({ user, amount: name, rest }) =>
          `${user}=${encodeValue(first)}&${name}=${encodeValue(amount)}&${user}=${encodeValue(second)}${rest}`,
      )
      return aPlan({
        // Which of the two is read is the backend's business: no id is held against it.
        deliveries: [aGet({ target, expects: 'either', userId: null, amount })],
        accounts: [first, second].map((userId) => ({ userId, credits: [amount, '0'] })),
      })
    },
  },
  {
    id: 'double-encoded',
    group: 'query',
    plan(context) {
      const suffix = '.a%2Bb'
      const [userId, amount] = [context.user(suffix), context.amount]
      return aPlan({
        deliveries: [
          aGet({ target: context.target({ userId, amount }), expects: context.accepts(suffix), userId, amount }),
        ],
        accounts: [{ userId, credits: [amount] }],
        aliases: [
          { userId: context.user('.a+b'), how: conformanceWords().idChange.decodedTwice },
          { userId: context.user('.a b'), how: conformanceWords().idChange.decodedTwice },
          // Another id to whoever decodes once; the same to whoever decodes twice, in the balance’s URL too.
          { userId: context.user('.a%2bb'), how: conformanceWords().idChange.decodedTwice },
        ],
        ask: 'credited-to',
      })
    },
  },
]
