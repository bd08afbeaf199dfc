import type { Pieces } from '../pieces.ts'

/** The three steps to the first postback, in the place of an empty list. */
export const firstRun = {
  label: 'First steps',
  title: 'See your first postback',
  text: 'Three steps, and every postback that Adjump sends shows up here with a verdict and a sentence. Or see first what that looks like, with real postbacks from this computer.',
  tour: 'Try it without Adjump',
  skip: 'Skip to the list',

  copy: {
    title: 'Copy this URL',
    url: 'Dashboard URL',
    public: 'Copy this URL',
    local: 'Copy this local URL',
    opening: 'The public URL is being opened and will stand here in a moment.',
    underWay: 'Under way',
    isLocal: (why: string | null) => `This address is local: Adjump cannot reach it. ${why ?? ''}`,
    userId: 'Name of the user id',
    rewardAmount: 'Name of the reward amount',
    names:
      'The names are yours: use what your server expects. What stands in braces is Adjump’s and is filled in when a postback is sent.',
  },
  paste: {
    title: 'Paste it in the Adjump dashboard',
    text: <Node>(page: Node): Pieces<Node> => [
      'Open ',
      page,
      ' for your app, paste the URL as the postback URL and save.',
    ],
  },
  press: {
    title: 'Press verify there',
    text: 'Enter a user id and a reward amount in the dashboard’s form and press verify. The postback appears here within a second.',
  },

  expect: {
    action: 'Arm what I typed in Adjump’s verify form',
    userId: 'User id you typed there',
    rewardAmount: 'Reward amount',
    arm: 'Expect this',
    label: 'Expectation',
    none: 'If you wish: type the same here, and the inspector says whether exactly that arrives.',
    /** `left`: a length of time. */
    waiting: (left: string) => `Now press verify in Adjump. ${left} left.`,
    watch: 'Watch it in Verify',
  },

  test: {
    send: 'Send a test postback',
    result: 'Test result',
    sending: 'Sending',
    hint: 'It goes the same way as Adjump’s, through the tunnel where that is open.',
  },

  tunnel: {
    open: 'Open the tunnel',
    retry: 'Retry now',
    choose: 'Choose a tunnel',
    chooseOther: 'Choose another tunnel',
    meanwhile: 'Meanwhile everything else works: what is sent from this computer is received and judged just the same.',
  },

  /** What stands between now and the first postback. */
  waiting: {
    label: 'Waiting for',
    connection: 'Waiting for the connection to the inspector.',
    receiver: (why: string) => `Waiting for the receiver, which does not listen. ${why}`,
    store: (why: string) => `Waiting for the store. ${why}`,
    postback: 'Everything is open. Waiting for the first postback from Adjump.',
    publicUrl: (why: string) => `Waiting for the public URL. ${why}`,
    degraded: (why: string) => `The public URL may not be reachable just now. ${why}`,
    failed: (why: string) => `Adjump cannot reach this computer: the tunnel could not be opened. ${why}`,
    off: 'Adjump cannot reach this computer: the tunnel is off.',
  },
}

export type FirstRunWords = typeof firstRun
