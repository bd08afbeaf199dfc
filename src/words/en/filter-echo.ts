import { counted } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** What a filter asks for: phrases that stand one behind the other, with a space between two of them. */
export const filterEcho = {
  /** Between the last two of several things. */
  and: ' and ',
  or: ' or ',
  quoted: <Value>(value: Value): Pieces<Value> => ['“', value, '”'],
  kinds: { postback: 'postbacks', probe: 'probes', noise: 'noise', rejected: 'rejected requests' },
  verdicts: { pass: 'passed postbacks', warn: 'postbacks with warnings', fail: 'failed postbacks' },
  verdictNames: { pass: 'pass', warn: 'warn', fail: 'fail' },
  allRequests: 'all requests',
  kindsWithVerdicts: (kinds: string, verdicts: string) => `${kinds} with verdict ${verdicts}`,
  user: <Value>(id: Value): Pieces<Value> => ['of user ', id],
  userWithPart: <Value>(id: Value, part: Value): Pieces<Value> => ['of user ', id, ', whose id contains ', part],
  usersWithPart: <Value>(part: Value): Pieces<Value> => ['of users whose id contains ', part],
  endpoints: <Value>(names: Pieces<Value>): Pieces<Value> => ['to the endpoint ', ...names],
  amounts: (conditions: string) => `with amounts ${conditions}`,
  amountRange: (from: string, to: string) => `with amounts from ${from} to ${to}`,
  amount: {
    '=': (value: string) => `of exactly ${value}`,
    '>=': (value: string) => `of ${value} or more`,
    '<=': (value: string) => `of ${value} or less`,
    '>': (value: string) => `of more than ${value}`,
    '<': (value: string) => `of less than ${value}`,
  },
  findings: (codes: string) => `with the finding ${codes}`,
  withoutFinding: (code: string) => `without the finding ${code}`,
  withoutFindings: (codes: string) => `with none of the findings ${codes}`,
  methods: (methods: string) => `sent with ${methods}`,
  statuses: (statuses: string) => `answered with ${statuses}`,
  texts: <Value>(texts: Pieces<Value>): Pieces<Value> => ['containing ', ...texts],
  withoutText: <Value>(text: Pieces<Value>): Pieces<Value> => ['not containing ', ...text],
  withoutTexts: <Value>(texts: Pieces<Value>): Pieces<Value> => ['containing none of ', ...texts],
  pinned: 'that are pinned',
  notPinned: 'that are not pinned',
  coloured: (colours: string) => `coloured ${colours}`,
  notColoured: (colours: string) => `not coloured ${colours}`,
  withNote: 'with a note',
  withoutNote: 'without a note',
  noteTexts: <Value>(texts: Pieces<Value>): Pieces<Value> => ['with a note containing ', ...texts],
  withoutNoteText: <Value>(text: Pieces<Value>): Pieces<Value> => ['without ', ...text, ' in a note'],
  withoutNoteTexts: <Value>(texts: Pieces<Value>): Pieces<Value> => ['with none of ', ...texts, ' in a note'],
  before: (moment: string) => `before ${moment}`,
  between: (from: string, until: string) => `from ${from} until ${until}`,
  since: (moment: string) => `since ${moment}`,
  last: {
    day: (count: number) => inTheLast(count, 'day', 'days'),
    hour: (count: number) => inTheLast(count, 'hour', 'hours'),
    minute: (count: number) => inTheLast(count, 'minute', 'minutes'),
    second: (count: number) => inTheLast(count, 'second', 'seconds'),
  },
  midnight: '00:00 today',
}

function inTheLast(count: number, one: string, other: string): string {
  return `in the last ${count === 1 ? one : counted(count, one, other)}`
}
