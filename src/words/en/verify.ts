import { counted } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'
import { verifyOutcomes } from './verify-outcomes.ts'

/** Expectations: armed, waited for, and what became of them. */
export const verify = {
  title: 'Verify',
  reading: 'Reading the expectations',
  notAmongThese: 'The expectation that led here is not among these: it was cleared, or is an older one.',
  arm: {
    label: 'New expectation',
    description:
      'Type what you will send, arm it, then press verify in Adjump. Both texts are compared to the character.',
    userId: 'User id',
    amount: 'Reward amount',
    endpoint: 'Endpoint',
    minutes: 'Minutes to wait',
    arm: 'Arm',
  },
  running: {
    title: 'Waiting now',
    label: 'Waiting expectations',
    none: 'Nothing is expected just now.',
    left: (duration: string) => `${duration} left`,
    over: 'its time is over',
    times: <Node>(left: Node, armedAt: Node): Pieces<Node> => [left, ', armed at ', armedAt],
    closest: <Node>(postback: Node): Pieces<Node> => ['So far ', postback, ' came closest, and it differs:'],
    cancelTitle: (userId: string, amount: string) => `Cancel the expectation of ${amount} for “${userId}”`,
    cancelWords: 'stop disarm',
    cancelled: 'The expectation is cancelled.',
    notCancelled: (why: string) => `Not cancelled: ${why}`,
    notArmed: (why: string) => `Not armed: ${why}`,
  },
  history: {
    title: 'History',
    description: 'Kept with their outcome, newest first.',
    label: 'Ended expectations',
    none: 'Nothing has ended yet.',
    armAgain: 'Arm again',
    older: 'Show older ones',
    clearEnded: 'Clear ended',
    cleared: (count: number) => `${counted(count, 'ended expectation', 'ended expectations')} cleared.`,
    notCleared: (why: string) => `Not cleared: ${why}`,
    notUndone: (why: string) => `Not undone: ${why}`,
    armedAt: (moment: string) => `armed at ${moment}`,
    endedAfter: (duration: string) => `ended after ${duration}`,
    met: <Node>(postback: Node): Pieces<Node> => ['Met by ', postback, ': exactly what was expected.'],
    instead: <Node>(postback: Node): Pieces<Node> => ['Instead ', postback, ' came:'],
    insteadOf: <Node>(postback: Node, alike: number): Pieces<Node> => [
      'Instead ',
      postback,
      ` came, the closest of ${String(alike)} that are like it:`,
    ],
    span: <Node>(from: Node, to: Node, reason: string, why: Node): Pieces<Node> => [
      from,
      ' to ',
      to,
      `: ${reason}. `,
      why,
    ],
  },
  deletedEndpoint: 'a deleted endpoint',
  differences: {
    labels: { user_id: 'User id differs', reward_amount: 'Reward amount differs' },
    expected: 'Expected',
    arrived: 'Arrived',
    missing: 'missing',
  },
  postback: (id: number) => `postback ${String(id)}`,
  /** `headline`: the outcome and what was expected. */
  news: (headline: string) => `${headline}. Verify shows the whole of it.`,
  outcomes: verifyOutcomes,
}

export type VerifyWords = typeof verify
