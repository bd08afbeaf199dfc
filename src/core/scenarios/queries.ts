import { encodeValue } from './encode-value.ts'
import { aGet, aPlan, type Scenario } from './scenario.ts'

/** The same postback, written another way. */
export const QUERIES: readonly Scenario[] = [
  {
    id: 'unknown-parameter',
    group: 'query',
    title: 'A parameter that nobody asked for',
    correct: 'Ignores it and credits.',
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
    title: 'The parameters in another order',
    correct: 'Credits: the order of parameters means nothing.',
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
    title: 'The user id twice, with two values',
    correct:
      'Refuses it with 4xx, or credits one of the two, once. It does not fall over a list where it wants a text.',
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
    title: 'A user id that holds “%2B” itself (sent as %252B)',
    correct: 'Decodes once: the id is “a%2Bb”, neither “a+b” nor “a b”.',
    plan(context) {
      const suffix = '.a%2Bb'
      const [userId, amount] = [context.user(suffix), context.amount]
      return aPlan({
        deliveries: [
          aGet({ target: context.target({ userId, amount }), expects: context.accepts(suffix), userId, amount }),
        ],
        accounts: [{ userId, credits: [amount] }],
        aliases: [
          { userId: context.user('.a+b'), how: 'decoded twice' },
          { userId: context.user('.a b'), how: 'decoded twice' },
          // Another id to whoever decodes once; the same to whoever decodes twice, in the balance’s URL too.
          { userId: context.user('.a%2bb'), how: 'decoded twice' },
        ],
        ask: 'credited-to',
      })
    },
  },
]
