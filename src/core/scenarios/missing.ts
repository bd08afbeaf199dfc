import { aGet, aPlan, type DeliveryValues, type Scenario, type ScenarioContext } from './scenario.ts'

interface Missing {
  readonly id: string
  readonly title: string
  readonly correct: string
  /** The macro's text is what Adjump left unreplaced; otherwise what is sent in the place of a value. */
  readonly values: (context: ScenarioContext) => DeliveryValues
}

const CASES: readonly Missing[] = [
  {
    id: 'missing-user',
    title: 'No user id',
    correct: 'Answers 4xx and credits nobody.',
    values: ({ amount }) => ({ userId: null, amount }),
  },
  {
    id: 'empty-user',
    title: 'Empty user id',
    correct: 'Answers 4xx and credits nobody, no user of an empty name either.',
    values: ({ amount }) => ({ userId: '', amount }),
  },
  {
    id: 'missing-amount',
    title: 'No amount',
    correct: 'Answers 4xx and credits nothing.',
    values: (context) => ({ userId: context.user(), amount: null }),
  },
  {
    id: 'empty-amount',
    title: 'Empty amount',
    correct: 'Answers 4xx and credits nothing: an empty text is not zero.',
    values: (context) => ({ userId: context.user(), amount: '' }),
  },
  {
    id: 'macro-user',
    title: 'The macro’s text as user id: {user_id}',
    correct: 'Answers 4xx: no user is called “{user_id}”, the dashboard’s URL is wrong.',
    values: ({ amount }) => ({ userId: '{user_id}', amount }),
  },
  {
    id: 'macro-amount',
    title: 'The macro’s text as amount: {reward_amount}',
    correct: 'Answers 4xx and credits nothing.',
    values: (context) => ({ userId: context.user(), amount: '{reward_amount}' }),
  },
]

/** Postbacks without what a credit needs. */
export const MISSING: readonly Scenario[] = CASES.map(({ values, ...about }) => ({
  ...about,
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
