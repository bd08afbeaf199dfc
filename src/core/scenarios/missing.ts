import { aGet, aPlan, type DeliveryValues, type Scenario, type ScenarioContext, type ScenarioId } from './scenario.ts'

interface Missing {
  readonly id: ScenarioId
  /** The macro's text is what Adjump left unreplaced; otherwise what is sent in the place of a value. */
  readonly values: (context: ScenarioContext) => DeliveryValues
}

const CASES: readonly Missing[] = [
  {
    id: 'missing-user',
    values: ({ amount }) => ({ userId: null, amount }),
  },
  {
    id: 'empty-user',
    values: ({ amount }) => ({ userId: '', amount }),
  },
  {
    id: 'missing-amount',
    values: (context) => ({ userId: context.user(), amount: null }),
  },
  {
    id: 'empty-amount',
    values: (context) => ({ userId: context.user(), amount: '' }),
  },
  {
    id: 'macro-user',
    values: ({ amount }) => ({ userId: '{user_id}', amount }),
  },
  {
    id: 'macro-amount',
    values: (context) => ({ userId: context.user(), amount: '{reward_amount}' }),
  },
]

/** Postbacks without what a credit needs. */
export const MISSING: readonly Scenario[] = CASES.map(({ id, values }) => ({
  id,
  group: 'missing',
  plan(context) {
    const { userId, amount } = values(context)
    const watched = userId === null || userId === '' ? [] : [{ userId, credits: ['0'] }]
    return aPlan({
      deliveries: [aGet({ target: context.target({ userId, amount }), expects: 'refuse', userId, amount })],
      accounts: watched,
    })
  },
}))
