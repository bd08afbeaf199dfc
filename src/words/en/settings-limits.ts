/** The bounds of the receiver by their names; `beyond`: what lies beyond one, for a person. */
export const limits = {
  headBytes: {
    title: 'Request line and headers',
    beyond: 'Counted without line ends and separators. Beyond: 431, kept as rejected.',
  },
  headerCount: { title: 'Headers of one request', beyond: 'Beyond: 431; the request is kept like any other.' },
  bodyKept: { title: 'Kept of a body', beyond: 'What is longer is counted and dropped.' },
  bodyAccepted: { title: 'Longest body', beyond: 'Beyond: 413; kept with what had been counted by then.' },
  bodiesKeptTogether: {
    title: 'All bodies under way',
    beyond: 'What they may keep together. Beyond: a body is kept shorter.',
  },
  rejectedBytes: {
    title: 'Kept of what is no HTTP',
    beyond: 'The first bytes of what no request could be read from.',
  },
  headTimeout: {
    title: 'Time for the head',
    beyond: 'From its first byte to its last. Beyond: 408, kept as rejected.',
  },
  requestTimeout: {
    title: 'Time for the whole request',
    beyond: 'From its first byte to its last. Beyond: 408, kept with what had come.',
  },
  keepAliveTimeout: {
    title: 'Rest between two requests',
    beyond: 'Beyond: the connection is closed without a word.',
  },
  replyTimeout: {
    title: 'Time to read a reply',
    beyond: 'Beyond: the sender is cut off, and counts as gone.',
  },
  silence: {
    title: 'Time without a reply on purpose',
    beyond: 'Beyond: the connection is closed without a word.',
  },
  connections: {
    title: 'Open connections',
    beyond: 'Beyond: slow heads and idle ones make room, the oldest first; where none can, 503.',
  },
  connectionsPerAddress: {
    title: 'Of one address',
    beyond: 'Through a tunnel everybody has the same one: lower it only where you use none.',
  },
  unanswered: {
    title: 'Unanswered on one connection',
    beyond: 'Beyond: nothing more is read there until replies are out.',
  },
  strayRequests: {
    title: 'Stray requests kept a minute',
    beyond:
      'Noise and what is no HTTP; postbacks are always kept. Beyond: 429; their number is kept, in one record a minute.',
  },
  strayBytes: { title: 'Kept of them a minute', beyond: 'Beyond: 429; counted as above.' },
  spareDisk: {
    title: 'Free disk for postbacks alone',
    beyond: 'With less free, stray requests are only counted. 0 turns it off.',
  },
}
