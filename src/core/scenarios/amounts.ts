import { scenariosWords } from '../../words/of/scenarios.ts'
import { addDecimals } from '../amount.ts'
import { type AskKind, aGet, aPlan, type Expects, type Scenario, type ScenarioId } from './scenario.ts'

interface AmountCase {
  readonly id: ScenarioId
  readonly amount: string
  readonly expects: Expects
  readonly credits: readonly string[]
  readonly doubtful?: () => Readonly<Record<string, string>>
  readonly ask: AskKind | null
}

/** 30 digits behind the point: no floating-point type keeps them, a decimal one does. */
const MANY_DECIMALS = '0.123456789012345678901234567891'
/** The smallest whole number that a double cannot hold. */
const BEYOND_DOUBLE = '9007199254740993'

const CASES: readonly AmountCase[] = [
  {
    id: 'zero',
    amount: '0',
    expects: 'either',
    credits: ['0'],
    ask: null,
  },
  {
    id: 'negative',
    amount: '-5.25',
    expects: 'either',
    credits: ['0'],
    doubtful: () => ({ '-5.25': scenariosWords().negativeTaken }),
    ask: 'not-credited',
  },
  {
    id: 'many-decimals',
    amount: MANY_DECIMALS,
    expects: 'either',
    credits: [MANY_DECIMALS],
    ask: 'credited-exactly',
  },
  {
    id: 'beyond-double',
    amount: BEYOND_DOUBLE,
    expects: 'either',
    credits: [BEYOND_DOUBLE],
    ask: 'credited-exactly',
  },
  {
    id: 'decimal-comma',
    amount: '1,50',
    expects: 'refuse',
    credits: ['0'],
    ask: null,
  },
  {
    id: 'no-number',
    amount: 'ten coins',
    expects: 'refuse',
    credits: ['0'],
    ask: null,
  },
]

/** Amounts that show how a backend reads and adds numbers. */
export const AMOUNTS: readonly Scenario[] = [
  ...CASES.map(
    ({ id, amount, expects, credits, doubtful, ask }): Scenario => ({
      id,
      group: 'amount',
      plan(context) {
        const userId = context.user()
        return aPlan({
          deliveries: [aGet({ target: context.target({ userId, amount }), expects, userId, amount })],
          accounts: [{ userId, credits, ...(doubtful === undefined ? {} : { doubtful: doubtful() }) }],
          ask,
        })
      },
    }),
  ),
  {
    id: 'sum-of-decimals',
    group: 'amount',
    plan(context) {
      const userId = context.user()
      const deliver = (amount: string, transaction: string) =>
        aGet({
          label: amount,
          target: context.target({ userId, amount, transaction }),
          expects: 'accept',
          userId,
          amount,
        })
      return aPlan({
        deliveries: [deliver('0.1', '1'), deliver('0.2', '2')],
        accounts: [{ userId, credits: [addDecimals('0.1', '0.2')] }],
        ask: 'credited-exactly',
      })
    },
  },
]
