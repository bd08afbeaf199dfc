import { composeTarget } from '../../../core/compose.ts'
import { REWARD_AMOUNT_MACRO } from '../../../core/dashboard-url.ts'
import type { Endpoint } from '../../../core/endpoint.ts'
import type { Expectation } from '../../../core/expectation.ts'
import type { PostbackSummary } from '../../../core/postback.ts'

/** The tour, in its order. All but the last are done by something that happens. */
export const TOUR_STEPS = ['clean', 'macro', 'repeat', 'expect', 'meet', 'go-on'] as const
export type TourStep = (typeof TOUR_STEPS)[number]
/** The steps that send a postback. */
export type SendingStep = Exclude<TourStep, 'expect' | 'go-on'>

/** What is sent as the amount: each text but the repeated one stands for its step. */
const AMOUNTS: Record<SendingStep, string> = {
  clean: '12.75',
  macro: REWARD_AMOUNT_MACRO,
  repeat: '12.75',
  meet: '7.25',
}

export const EXPECTED_AMOUNT = AMOUNTS.meet

/** The user id of everything that a tour sends, which tells it from other traffic. `tour` is the tour's own number. */
export function tourUser(tour: number): string {
  return `tour_user_${String(tour)}`
}

/** A number that no tour in `earlier` has. `random` is at least 0 and less than 1. */
export function newTour(earlier: readonly number[], random: number): number {
  let tour = 1000 + Math.floor(random * 9000)
  while (earlier.includes(tour)) tour = tour === 9999 ? 1000 : tour + 1
  return tour
}

/** What a step sends, with the endpoint's own names; the mapped extra fields have values, so that nothing is missing. */
export function tourTarget(step: SendingStep, endpoint: Endpoint, tour: number): string {
  const values = { userId: tourUser(tour), rewardAmount: AMOUNTS[step] }
  // The repetition has the first one's values, or a transaction id would tell the two apart.
  const of = step === 'repeat' ? 'clean' : step
  const extras = endpoint.extraFields.map(({ field, param }) => ({
    name: param,
    value: `tour_${String(tour)}_${of}_${field}`,
  }))
  // Adjump replaces what stands between bare braces; what is not replaced arrives as bare as it stood there.
  return composeTarget(endpoint, values, extras).replace(encodeURIComponent(REWARD_AMOUNT_MACRO), REWARD_AMOUNT_MACRO)
}

/** What has come of the tour so far, as it stands in the history: for each step that sends, the postback it led to. */
export interface TourProgress {
  readonly postbacks: Readonly<Record<SendingStep, PostbackSummary | null>>
  /** The newest expectation that belongs to the tour. */
  readonly expectation: Expectation | null
  /** The first step that is not done. */
  readonly step: TourStep
}

/** Reads the progress from what arrived for a tour, in any order, and from all expectations. */
export function tourProgress(
  tour: number | null,
  arrivals: readonly PostbackSummary[],
  expectations: readonly Expectation[],
): TourProgress {
  const user = tour === null ? null : tourUser(tour)
  const own = arrivals
    .filter(({ userId, kind }) => kind === 'postback' && userId === user)
    .toSorted((one, other) => one.id - other.id)
  const expectation =
    expectations
      .filter(({ userId, amount }) => userId === user && amount === EXPECTED_AMOUNT)
      .toSorted((one, other) => other.armedAt - one.armedAt)[0] ?? null
  const nth = (step: SendingStep, index: number): PostbackSummary | null =>
    own.filter(({ rewardAmount }) => rewardAmount === AMOUNTS[step])[index] ?? null
  const outcome = expectation?.outcome
  const met = outcome?.state === 'met' ? own.find(({ id }) => id === outcome.postbackId) : undefined
  const postbacks = {
    clean: nth('clean', 0),
    macro: nth('macro', 0),
    repeat: nth('repeat', 1),
    meet: met ?? null,
  }
  const isArmed = outcome?.state === 'pending' || outcome?.state === 'met'
  const done: Record<TourStep, boolean> = {
    clean: postbacks.clean !== null,
    macro: postbacks.macro !== null,
    repeat: postbacks.repeat !== null,
    expect: isArmed,
    meet: outcome?.state === 'met',
    'go-on': false,
  }
  return { postbacks, expectation, step: TOUR_STEPS.find((step) => !done[step]) ?? 'go-on' }
}
