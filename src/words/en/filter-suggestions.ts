import { counted } from '../numbers.ts'

/** What stands beside each thing that the filter box offers. */
export const filterSuggestions = {
  keys: {
    user: 'user id, exact or with * at an end',
    amount: 'amount: 5, >=5 or 5..10',
    verdict: 'pass, warn or fail',
    kind: 'postback, probe, noise or rejected',
    code: 'a finding’s code',
    endpoint: 'endpoint’s name',
    method: 'GET, POST …',
    status: 'status of the reply',
    since: '1h, 30m, 2d or a date',
    until: '1h, 30m, 2d or a date',
    text: 'anywhere in the request',
    is: 'pinned',
    has: 'note',
    note: 'words of your note',
    colour: 'colour you gave it',
  },
  verdicts: { pass: 'nothing to mend', warn: 'needs a look', fail: 'does not work' },
  kinds: {
    postback: 'what Adjump would send',
    probe: 'HEAD or OPTIONS on an endpoint',
    noise: 'scanners, favicons and the like',
    rejected: 'bytes that were no HTTP request',
  },
  endpoint: 'endpoint',
  method: 'method',
  pinned: 'what you pinned',
  note: 'what you wrote a note to',
  colour: 'colour you gave it',
  userId: 'user id',
  userIdWith: (part: string) => `every id that contains “${part}”`,
  /** A number that is typed. */
  amount: {
    exactly: (amount: string) => `exactly ${amount}`,
    orMore: (amount: string) => `${amount} or more`,
    orLess: (amount: string) => `${amount} or less`,
    moreThan: (amount: string) => `more than ${amount}`,
    lessThan: (amount: string) => `less than ${amount}`,
    from: (amount: string) => `from ${amount} on; a second number ends it`,
  },
  /** No number yet. */
  amountForms: {
    orMore: 'so much or more: >=5',
    orLess: 'so much or less: <=5',
    moreThan: 'more than: >5',
    lessThan: 'less than: <5',
  },
  today: { since: 'from 00:00 today on', until: 'up to the end of today' },
  yesterday: { since: 'from 00:00 yesterday on', until: 'up to the end of yesterday' },
  ago: {
    m: (count: number) => `${counted(count, 'minute', 'minutes')} ago`,
    h: (count: number) => `${counted(count, 'hour', 'hours')} ago`,
    d: (count: number) => `${counted(count, 'day', 'days')} ago`,
    w: (count: number) => `${counted(count, 'week', 'weeks')} ago`,
  },
}
