import { number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** The tour: what each step is about, and what came of it. */
export const tour = {
  title: 'Try it without Adjump',
  leave: 'Leave the tour: it goes on from here when you come back',
  outcome: 'What came of it',
  lookingUp: 'Looking up in the history how far the tour is.',
  notLookedUp: (why: string) => `The tour could not look at the history: ${why}`,
  underWay: 'Under way',
  moment: 'One moment…',
  removeSent: (count: number) => `Remove what the tour sent (${number(count)})`,
  again: 'Take it again',

  list: 'Steps of the tour',
  /** Heard behind the title of a step. */
  done: ', done',
  steps: {
    clean: {
      title: 'A clean postback',
      sentence:
        'Send what Adjump would send, with both values filled in, and look at the verdict and the exact amount.',
      button: 'Send a clean postback',
    },
    macro: {
      title: 'A mistake',
      sentence: 'Now the most frequent mistake: {reward_amount} arrives as it was typed, because nothing replaced it.',
      button: 'Send a broken postback',
    },
    repeat: {
      title: 'A repetition',
      sentence:
        'Send the first one once more, as a sender that tries again would: your server must not credit it twice.',
      button: 'Send the first one again',
    },
    expect: {
      title: 'An expectation',
      sentence:
        'Before you press verify at Adjump, say here what must arrive, so that it is compared to the character.',
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
  },
  openTunnelView: 'Open the Tunnel view',
  noPublicUrl: 'There is no public URL yet, so Adjump cannot reach this computer: open a tunnel first.',
  /** What was copied, as it is announced. */
  copiedUrl: 'dashboard URL',
  urlCopied: 'Copied the dashboard URL.',

  expectation: 'expectation',
  waits: <Node>(expectation: Node, until: string, userId: Node, amount: Node): Pieces<Node> => [
    'The ',
    expectation,
    ` waits until ${until} for `,
    userId,
    ', ',
    amount,
    '.',
  ],
  metPostback: (id: number) => `postback ${String(id)}`,
  metBy: <Node>(postback: Node): Pieces<Node> => [
    'Met by ',
    postback,
    ', both values to the character: that is a verified postback.',
  ],
  arrivedPostback: (id: number) => `Postback ${String(id)}`,
  arrived: <Node>(postback: Node, verdict: Node): Pieces<Node> => [postback, ' arrived: ', verdict, '.'],
  exact: <Node>(amount: Node): Pieces<Node> => [
    'Both values are there, and the amount is ',
    amount,
    ' to the character.',
  ],
  seeDetails: (wrong: string) => `${wrong} Its details say what to do.`,

  throughTunnel: 'It goes through the tunnel, as Adjump’s would.',
  straight: 'It goes straight to the receiver.',
  straightWithoutTunnel: 'It goes straight to the receiver, for the tunnel is not open.',
  alsoForwarded: <Node>(url: Node): Pieces<Node> => ['It is also forwarded to ', url, '.'],
  notMet: 'The one before it was not met.',
  pressAgain: 'Press again to send it straight to the receiver on this computer.',
  answered: (status: number) => `It was answered ${String(status)}, and has not arrived here.`,
  pressAgainAnswered: 'Press again to send it straight to the receiver.',
  notOurs: (status: number) => `The answer was ${String(status)}, and it was not this inspector’s.`,

  /** Under a postback that an inspector sent itself. */
  sentHere: {
    tour: 'An inspector sent this itself, by its User-Agent: a postback of the tour, not one of Adjump’s.',
    test: 'An inspector sent this itself, by its User-Agent: a test postback, not one of Adjump’s.',
  },
}

export type TourWords = typeof tour
