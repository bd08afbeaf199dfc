import { counted, number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** The endpoints’ view: the list, one endpoint’s form, and why a form is not saved. */
export const endpoints = {
  list: 'Endpoints',
  listArea: 'List of endpoints',
  add: 'Add endpoint',
  notAdded: (why: string) => `Not added: ${why}`,
  /** What a new endpoint is called. */
  newName: (count: string) => `Endpoint ${count}`,
  none: { title: 'No endpoint', text: 'Add one to have a URL for the Adjump dashboard.' },
  gone: {
    title: 'This endpoint is no longer there',
    text: 'It was deleted. What was stored by it stays.',
    others: 'Show the other endpoints',
  },

  test: 'Send a test postback',
  remove: 'Delete endpoint',
  removeLast: 'Delete endpoint (the last one stays)',
  removed: (name: string, path: string) =>
    `“${name}” is deleted: ${path} is an unknown path now. What was stored stays.`,
  notRemoved: (why: string) => `Not deleted: ${why}`,
  restored: (name: string) => `“${name}” is back as it was.`,
  notRestored: (name: string, why: string) => `“${name}” was not brought back: ${why}`,

  notSaved: { title: 'Not saved', text: (why: string) => `${why} The endpoint is in force as it was.` },
  dashboardUrl: { title: 'Dashboard URL', text: 'Paste it in Adjump’s S2S Postback Setup. It follows what you type.' },
  names: {
    title: 'Path and names',
    text: 'Names are case-sensitive. Changes are in force as soon as you leave the field.',
    rereads: (stored: number) =>
      `Changing the path or a name reads ${counted(stored, 'stored postback', 'stored postbacks')} again.`,
    name: 'Endpoint name',
    path: 'Path',
    userId: 'Name of the user id',
    rewardAmount: 'Name of the reward amount',
  },
  duplicates: {
    title: 'Possible duplicates',
    text: 'Two postbacks with the same user id and amount text within this time are marked. 0 turns it off.',
    window: 'Window in minutes',
  },

  secretPath: {
    title: 'Secret path',
    text: 'A last segment that nobody guesses keeps strangers from crediting themselves. Only the dashboard’s URL has it.',
    whole: 'Whole path',
    add: 'Add a secret segment',
    rotate: 'Rotate',
    addToPath: 'Add a secret segment to the path',
    rotateInPath: 'Rotate the secret segment of the path',
    added: 'The path has a secret segment now. Paste the new URL in the dashboard.',
    rotated: 'The secret segment is a new one. Paste the new URL in the dashboard.',
    removed: 'The path has no secret segment any more.',
    restored: 'The path is as it was before.',
    notChanged: (why: string) => `Not changed: ${why}`,
    changedLast: (moment: string) => `Changed last ${moment}. What arrived before is still read as it was.`,
  },

  extraFields: {
    title: 'Extra fields',
    text: <Node>(field: Node): Pieces<Node> => [
      'Optional: Adjump documents none. ',
      field,
      ' tells deliveries apart: two that differ in it are no possible duplicate.',
    ],
    add: 'Add extra field',
    remove: (name: string) => `Remove field ${name || 'without a name'}`,
    field: (place: number) => `Field ${number(place)}`,
    param: (place: number) => `Parameter name of field ${number(place)}`,
  },

  reply: {
    title: 'Reply',
    text: 'Sent once the postback is on disk. Adjump does not document what it makes of a reply; 200 is safe.',
    status: 'Status',
    delay: 'Delay in ms',
    body: 'Body',
    addHeader: 'Add header',
    removeHeader: (name: string) => `Remove header ${name || 'without a name'}`,
    header: (place: number) => `Header ${number(place)}`,
    headerValue: (place: number) => `Value of header ${number(place)}`,
  },

  script: {
    title: 'Reply script',
    text: 'Replies in turn, one a postback, in place of the reply above. Probes and noise take no step.',
    ready: 'Ready scripts',
    useReady: 'Use a ready script',
    use: (label: string) => `Use the reply script “${label}”`,
    steps: 'Steps',
    addStep: 'Add step',
    afterLast: 'After the last step',
    afterLastWays: {
      'endpoint-reply': 'the reply above',
      'repeat-last': 'the last step again and again',
      'start-over': 'the first step again',
    },
    rests: 'The script rests: this endpoint relays, so the sender gets your backend’s reply and no step is taken.',
    startOver: 'Start over',
    startedOver: 'The reply script starts over with its first step.',
    notStartedOver: (why: string) => `Not started over: ${why}`,
    position: 'Where the script stands',
    given: (count: number) =>
      count === 0 ? 'No postback has been answered yet.' : `${counted(count, 'postback', 'postbacks')} answered.`,
    over: 'The script is over: the next one gets the reply above.',
    next: (place: number, count: number) => `The next one gets step ${number(place)} of ${number(count)}.`,
  },

  /** One step of a reply script, by its place. */
  step: {
    title: (place: number) => `Step ${number(place)}`,
    ending: (place: number) => `What step ${number(place)} does`,
    endings: {
      complete: 'Reply',
      silence: 'No reply (silence)',
      reset: 'Connection reset',
      cut: 'Cut off in mid-body',
    },
    status: (place: number) => `Status of step ${number(place)}`,
    delay: (place: number) => `Delay of step ${number(place)} in ms`,
    silence: 'Nothing is sent. The connection is held until the sender gives up.',
    up: (place: number) => `Move step ${number(place)} up`,
    down: (place: number) => `Move step ${number(place)} down`,
    remove: (place: number) => `Remove step ${number(place)}`,
    body: (place: number) => `Body of step ${number(place)}`,
    headers: (place: number) => `Headers of step ${number(place)}, one a line`,
    more: (place: number) => `Body and headers of step ${number(place)}…`,
  },

  forward: {
    title: 'Forward',
    text: 'Hands postbacks on to your own backend, byte for byte. Noise never goes on.',
    mode: 'Forwarding',
    modes: { off: 'Off', observe: 'Observe', relay: 'Relay' },
    modeTexts: {
      off: 'Postbacks end here. With a URL you can still forward single ones by hand.',
      observe:
        'The sender gets the reply above at once; your backend gets the postback beside, and again where it fails.',
      relay: 'The sender gets your backend’s own reply. The reply and the reply script above are not used meanwhile.',
    },
    url: 'URL of your backend',
    /** `askedFor`: the path is the one that was asked for. */
    goesTo: <Node>(target: Node, askedFor: boolean): Pieces<Node> => [
      'Postbacks go to ',
      target,
      `${askedFor ? ', the path that was asked for' : ''}. The query stays as it is.`,
    ],
    elsewhere: <Node>(host: Node): Pieces<Node> => [
      host,
      ' is not on this computer or its network. What it gets may credit users for real: forward only to a server that is yours.',
    ],
    timeout: 'Time-out in ms',
    retries: 'Retries',
    retriesHint: 'After no reply, a 5xx or a 429, with growing pauses.',
  },
}

export type EndpointsWords = typeof endpoints
