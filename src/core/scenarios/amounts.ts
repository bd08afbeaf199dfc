import { addDecimals } from '../amount.ts'
import { type AskKind, aGet, aPlan, type Expects, type Scenario } from './scenario.ts'

interface AmountCase {
  readonly id: string
  readonly title: string
  readonly correct: string
  readonly amount: string
  readonly expects: Expects
  readonly credits: readonly string[]
  readonly doubtful?: Readonly<Record<string, string>>
  readonly ask: AskKind | null
}

/** 30 digits behind the point: no floating-point type keeps them, a decimal one does. */
const MANY_DECIMALS = '0.123456789012345678901234567891'
/** The smallest whole number that a double cannot hold. */
const BEYOND_DOUBLE = '9007199254740993'

const CASES: readonly AmountCase[] = [
  {
    id: 'zero',
    title: 'Amount 0',
    correct: 'Accepts or refuses it, and changes no balance.',
    amount: '0',
    expects: 'either',
    credits: ['0'],
    ask: null,
  },
  {
    id: 'negative',
    title: 'A negative amount',
    correct: 'Refuses it with 4xx, unless it is meant to take rewards back; Adjump documents no reversals.',
    amount: '-5.25',
    expects: 'either',
    credits: ['0'],
    doubtful: { '-5.25': 'It took 5.25 off the balance: right only if you have agreed on reversals with Adjump.' },
    ask: 'not-credited',
  },
  {
    id: 'many-decimals',
    title: 'An amount with 30 decimals',
    correct: 'Keeps every digit, or refuses it with 4xx; it does not round in silence.',
    amount: MANY_DECIMALS,
    expects: 'either',
    credits: [MANY_DECIMALS],
    ask: 'credited-exactly',
  },
  {
    id: 'beyond-double',
    title: 'Amount 2⁵³+1',
    correct: 'Credits 9007199254740993, or refuses it with 4xx; a floating-point number makes …992 of it.',
    amount: BEYOND_DOUBLE,
    expects: 'either',
    credits: [BEYOND_DOUBLE],
    ask: 'credited-exactly',
  },
  {
    id: 'decimal-comma',
    title: 'A decimal comma: 1,50',
    correct: 'Answers 4xx: it could mean 1.50 or 150, and a backend must not guess.',
    amount: '1,50',
    expects: 'refuse',
    credits: ['0'],
    ask: null,
  },
  {
    id: 'no-number',
    title: 'An amount that is no number',
    correct: 'Answers 4xx and credits nothing.',
    amount: 'ten coins',
    expects: 'refuse',
    credits: ['0'],
    ask: null,
  },
]

/** Amounts that show how a backend reads and adds numbers. */
export const AMOUNTS: readonly Scenario[] = [
  ...CASES.map(
    ({ amount, expects, credits, doubtful, ask, ...about }): Scenario => ({
      ...about,
      group: 'amount',
      plan(context) {
        const userId = context.user()
        return aPlan({
          deliveries: [aGet({ target: context.target({ userId, amount }), expects, userId, amount })],
          accounts: [{ userId, credits, ...(doubtful === undefined ? {} : { doubtful }) }],
          ask,
        })
      },
    }),
  ),
  {
    id: 'sum-of-decimals',
    group: 'amount',
    title: '0.1 and then 0.2',
    correct: 'The balance grows by 0.3 exactly, not by 0.30000000000000004.',
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
