import { conformanceWords } from '../../words/of/conformance.ts'
import { encodeValue } from './encode-value.ts'
import { type Alias, aGet, aPlan, type Scenario, type ScenarioId } from './scenario.ts'

interface IdCase {
  readonly id: ScenarioId
  /** Behind the run's own part of the id. */
  readonly suffix: string
  /** How the suffix is written in the query, where it is not simply percent-encoded. */
  readonly written?: string
  readonly aliases?: readonly { readonly suffix: string; readonly how: 'plusToSpace' | 'mixedUpWithPlus' }[]
  readonly ask?: boolean
}

/** Its scenario's title says so too. */
const LONG = 2000

const CASES: readonly IdCase[] = [
  {
    id: 'unicode-id',
    suffix: '.zoë-日本-😀',
    ask: true,
  },
  {
    id: 'plus-encoded',
    suffix: '.a+b',
    aliases: [{ suffix: '.a b', how: 'plusToSpace' }],
    ask: true,
  },
  {
    id: 'plus-raw',
    suffix: '.a b',
    written: '.a+b',
    aliases: [{ suffix: '.a+b', how: 'mixedUpWithPlus' }],
  },
  {
    id: 'space-id',
    suffix: '.a b c',
  },
  {
    id: 'at-id',
    suffix: '.anna@example.com',
  },
]

/** Ids that are harmless and easily mangled. */
export const USER_IDS: readonly Scenario[] = [
  ...CASES.map(
    ({ id, suffix, written, aliases = [], ask = false }): Scenario => ({
      id,
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
          aliases: aliases.map(
            (alias): Alias => ({ userId: context.user(alias.suffix), how: conformanceWords().idChange[alias.how] }),
          ),
          ask: ask ? 'credited-to' : null,
        })
      },
    }),
  ),
  {
    id: 'long-id',
    group: 'identity',
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
