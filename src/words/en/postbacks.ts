import { counted, number } from '../numbers.ts'

const OUTAGES = {
  off: 'The inspector was off',
  asleep: 'The computer was asleep',
  'tunnel-down': 'The tunnel was down',
  'receiver-down': 'The receiver was down',
  'store-refusing': 'The history could not be written',
}
const UNRELIABLE = 'nothing could be relied on to reach it.'

/** The list of postbacks and what stands over it, but for its filter, its views and its strip. */
export const postbacks = {
  postbacks: 'Postbacks',
  history: 'History',
  resumeList: 'Resume the list',
  pauseList: 'Pause the list',
  resume: 'Resume: let new requests in',
  pause: 'Pause: hold new requests back',
  everyVerdict: 'Show every verdict',
  onlyFailures: 'Show only failures',
  showNew: (count: number) => `Show ${counted(count, 'new request', 'new requests')}`,
  newOnes: (count: number, paused: boolean) => `${number(count)} new${paused ? ' · paused' : ''}`,
  /** Spoken. */
  arrivals: {
    postbacks: (count: number) => counted(count, 'postback', 'postbacks'),
    failed: (count: number) => `${number(count)} failed`,
    others: (count: number) => counted(count, 'other request', 'other requests'),
  },
  columns: 'Columns',
  resetColumns: 'Reset columns',
  columnWidth: (column: string, px: number) => `${column} is ${String(px)} pixels wide`,
  keysOfSortable: 'Enter sorts, Shift+← and Shift+→ resize',
  keysOfHeader: 'Shift+← and Shift+→ resize',
  sortBy: (column: string) => `Sort by ${column.toLowerCase()}, or turn the order`,
  /** They find it in the palette. */
  sortWords: 'order column ascending descending',
  column: {
    verdict: {
      title: 'Verdict',
      about: 'Whether it is right; what is no postback says what it is. Your pin and note stand here too',
    },
    received: { title: 'Time', about: 'When it arrived, in local time' },
    userId: { title: 'User id', about: 'The user id, decoded' },
    amount: { title: 'Amount', about: 'The reward amount as it arrived; sorted by its exact value' },
    finding: { title: 'Finding', about: 'The finding that weighs most' },
    endpoint: { title: 'Endpoint', about: 'The endpoint that read it' },
    status: { title: 'Reply', about: 'The status that was answered' },
    size: { title: 'Body', about: 'Bytes of the body; a GET has none' },
    duration: { title: 'Duration', about: 'From arrival to reply' },
    id: { title: 'Number', about: 'Its number, in order of arrival' },
    method: { title: 'Method', about: 'The HTTP method' },
    target: { title: 'Target', about: 'Path and query as they stood on the wire' },
    origin: { title: 'From', about: 'The address that sent it; through a tunnel that is this computer’s' },
    marks: { title: 'Marks', about: 'What you marked it with: colour, pin and note' },
  },
  /** About the column of an extra field, whose name is its title. */
  extraColumn: 'What arrived for this extra field',
  values: { absent: 'absent', empty: 'empty', noHttpRequest: 'no HTTP request' },
  reply: {
    silence: { word: 'silence', title: 'No reply was sent, on purpose: the reply script says silence' },
    reset: { word: 'reset', title: 'The connection was reset without a reply, on purpose' },
    cut: { word: 'cut', title: 'The reply was cut off in mid-body, on purpose' },
    senderGone: 'The sender had gone before the reply was written',
    statusSenderGone: (status: number) => `${String(status)}, the sender had gone`,
  },
  row: {
    loading: 'Loading',
    going: 'About to be removed.',
    marked: (colour: string) => `Marked ${colour}`,
    pinned: 'pinned',
    hasNote: 'has a note',
    note: 'note',
  },
  /** Asked for by the right button, the menu key or Shift+F10. */
  rowMenu: {
    label: (id: number) => `Postback ${String(id)}`,
    open: 'Open the details',
    onlyUser: 'Show only this user',
  },
  outages: {
    short: {
      off: 'Off',
      asleep: 'Asleep',
      'tunnel-down': 'Tunnel down',
      'receiver-down': 'Receiver down',
      'store-refusing': 'Not storing',
    },
    /** Several, with time between them: how long of the span they lasted. */
    ofIt: (length: string) => `${length} of it`,
    since: (from: string) => `since ${from}`,
    lasts: (reason: keyof typeof OUTAGES, from: string) => `${OUTAGES[reason]} since ${from}: ${UNRELIABLE}`,
    lasted: (reason: keyof typeof OUTAGES, from: string, to: string, length: string) =>
      `${OUTAGES[reason]} from ${from} to ${to} (${length}): ${UNRELIABLE}`,
  },
  /** What stands in place of the list. */
  states: {
    loading: 'Loading the postbacks',
    searching: 'Searching…',
    nothingSoFar: 'Nothing found so far. What matches shows up here as it is found.',
    failed: 'The history could not be read',
    capturedIsKept: 'What was captured is kept.',
    nothingMatches: 'Nothing matches',
    filterAsksFor: (filter: string) => `The filter asks for: ${filter}.`,
    clearFilter: 'Clear the filter',
    noneYet: 'No postbacks yet',
    showUpHere: 'They show up here the moment they arrive.',
  },
}

export type PostbacksWords = typeof postbacks
