import type { TourStep } from './tour-steps.ts'

/** What is said of a step before it is done, and on its button. */
export interface StepWords {
  readonly title: string
  readonly sentence: string
  readonly button: string
}

export const STEP_WORDS: Readonly<Record<TourStep, StepWords>> = {
  clean: {
    title: 'A clean postback',
    sentence: 'Send what Adjump would send, with both values filled in, and look at the verdict and the exact amount.',
    button: 'Send a clean postback',
  },
  macro: {
    title: 'A mistake',
    sentence: 'Now the most frequent mistake: {reward_amount} arrives as it was typed, because nothing replaced it.',
    button: 'Send a broken postback',
  },
  repeat: {
    title: 'A repetition',
    sentence: 'Send the first one once more, as a sender that tries again would: your server must not credit it twice.',
    button: 'Send the first one again',
  },
  expect: {
    title: 'An expectation',
    sentence: 'Before you press verify at Adjump, say here what must arrive, so that it is compared to the character.',
    button: 'Arm an expectation',
  },
  meet: {
    title: 'See it met',
    sentence: 'Send exactly this user id and this amount, and see the expectation met.',
    button: 'Send what is expected',
  },
  'go-on': {
    title: 'On to Adjump',
    sentence:
      'Paste the dashboard URL under “S2S Postback Setup” of your app in the Adjump dashboard, and press verify there.',
    button: 'Copy the dashboard URL',
  },
}
