import { encodeValue } from './encode-value.ts'
import { type Alias, aGet, aPlan, type Scenario } from './scenario.ts'

interface IdCase {
  readonly id: string
  readonly title: string
  readonly correct: string
  /** Behind the run's own part of the id. */
  readonly suffix: string
  /** How the suffix is written in the query, where it is not simply percent-encoded. */
  readonly written?: string
  readonly aliases?: readonly { readonly suffix: string; readonly how: string }[]
  readonly ask?: boolean
}

const LONG = 2000

const CASES: readonly IdCase[] = [
  {
    id: 'unicode-id',
    title: 'Unicode in the user id',
    correct: 'Credits exactly this id: UTF-8, nothing replaced, nothing normalised.',
    suffix: '.zoë-日本-😀',
    ask: true,
  },
  {
    id: 'plus-encoded',
    title: '“+” in the user id, sent as %2B',
    correct: 'Reads %2B as “+”, and credits that id.',
    suffix: '.a+b',
    aliases: [{ suffix: '.a b', how: 'decoded twice, which makes a space of “+”' }],
    ask: true,
  },
  {
    id: 'plus-raw',
    title: 'A space in the user id, sent as “+”',
    correct: 'Reads a raw “+” in a query as a space, as forms do.',
    suffix: '.a b',
    written: '.a+b',
    aliases: [{ suffix: '.a+b', how: 'mixed up with one that has “+”: a raw “+” is a space, %2B is a plus' }],
  },
  {
    id: 'space-id',
    title: 'A space in the user id, sent as %20',
    correct: 'Reads %20 as a space, and credits that id.',
    suffix: '.a b c',
  },
  {
    id: 'at-id',
    title: '“@” in the user id, as in an e-mail address',
    correct: 'Credits exactly this id.',
    suffix: '.anna@example.com',
  },
]

/** Ids that are harmless and easily mangled. */
export const USER_IDS: readonly Scenario[] = [
  ...CASES.map(
    ({ suffix, written, aliases = [], ask = false, ...about }): Scenario => ({
      ...about,
      group: 'identity',
      plan(context) {
        const [userId, amount] = [context.user(suffix), context.amount]
        const value = `${encodeValue(context.user())}${written ?? encodeValue(suffix)}`
        const target = context.rawTarget(
          (names) => `${names.user}=${value}&${names.amount}=${encodeValue(amount)}${names.rest}`,
        )
        return aPlan({
          deliveries: [aGet({ target, expects: context.accepts(suffix), userId, amount })],
          accounts: [{ userId, credits: [amount] }],
          aliases: aliases.map((alias): Alias => ({ userId: context.user(alias.suffix), how: alias.how })),
          ask: ask ? 'credited-to' : null,
        })
      },
    }),
  ),
  {
    id: 'long-id',
    group: 'identity',
    title: `A user id of ${String(LONG)} characters`,
    correct: 'Credits this id whole, or refuses it with 4xx; it does not cut it off and does not fall over.',
    plan(context) {
      const start = context.user('.long-')
      const [userId, amount] = [`${start}${'x'.repeat(Math.max(0, LONG - start.length - 4))}-end`, context.amount]
      return aPlan({
        deliveries: [aGet({ target: context.target({ userId, amount }), expects: 'either', userId, amount })],
        accounts: [{ userId, credits: [amount] }],
      })
    },
  },
]
