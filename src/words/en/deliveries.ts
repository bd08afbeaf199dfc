import { counted, number } from '../numbers.ts'

/** The deliveries of one reward: what each attempt was answered, and what the sender did then. */
export const deliveries = {
  title: 'Deliveries of this reward',
  text: 'What each attempt was answered, and when the sender came again.',
  /** There are further attempts than those that are shown. */
  more: {
    before: 'Only the attempts around this one are shown: there are more before them.',
    after: 'Only the attempts around this one are shown: there are more after them.',
    both: 'Only the attempts around this one are shown: there are more before and after them.',
  },

  endpoint: {
    title: 'What the sender did',
    text: 'Rewards that came more than once among the newest 200 postbacks, with the time between the attempts.',
    nothing: 'Nothing has arrived here yet.',
    noneRepeated: 'Every reward came once: the sender has repeated nothing so far.',
    older: (count: number) => `${number(count)} older ones are not drawn.`,
  },

  folded: (attempts: number) => (attempts === 1 ? 'The attempt' : `Time line of ${number(attempts)} attempts`),
  table: 'Attempts',
  columns: { attempt: 'Attempt', time: 'Time', spacing: 'Spacing', answered: 'Answered', sender: 'Sender' },
  thisOne: (place: number) => `${number(place)} (this one)`,
  /** What the sender did when an attempt was answered. `after` is a length of time. */
  sender: {
    stillWaiting: 'still waiting',
    waiting: 'waiting',
    gaveUp: (after: string) => `gave up after ${after}`,
    wasHeld: (after: string) => `was held for ${after}`,
    gone: 'had gone',
    there: (after: string) => `still there after ${after}`,
  },
  /** Under a mark of the drawing: the shorter the better. */
  marks: { silence: 'silence', reset: 'reset', cut: (status: number) => `${String(status)} cut` },

  answers: {
    silence: 'no reply (silence)',
    reset: 'reset',
    cut: (status: number) => `${String(status)}, cut`,
  },
  /** The sentence of a whole series: its clauses are put together with “;” and “,”. `cause` is one of `causes`. */
  series: {
    attempts: (count: number) => counted(count, 'attempt', 'attempts'),
    again: (cause: string, gap: string) => `after ${cause} it came again after ${gap}`,
    andAfter: (gap: string) => `then ${gap}`,
    stopped: (cause: string) => `after ${cause} it stopped`,
    notAgain: (cause: string) => `after ${cause} it has not come again so far`,
  },
  /** `fraction`: the digits behind the point. */
  seconds: (whole: number, fraction: string) => `${String(whole)}.${fraction} s`,
  /** What an attempt was answered, as it stands behind “after”. */
  causes: {
    silence: 'no reply',
    reset: 'a reset',
    complete: (status: number) => `a ${String(status)}`,
    cut: (status: number) => `a ${String(status)} that was cut off`,
    notAwaited: (status: number) => `a ${String(status)} that it did not wait for`,
  },
}

export type DeliveriesWords = typeof deliveries
