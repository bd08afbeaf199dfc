import { counted, listed } from '../numbers.ts'

/** In what two requests differ: how many parameters and headers, and whether the rest does. */
export interface Differing {
  readonly method: boolean
  readonly path: boolean
  readonly parameters: number
  readonly headers: number
  readonly body: boolean
}

/** Two requests beside each other. */
export const compare = {
  actions: {
    compare: 'Compare',
    mark: 'Mark for comparing',
    withMarked: 'With the marked one',
    withMarkedId: (id: number) => `With the marked one (${String(id)})`,
    withMarkedTitle: (id: number) => `Compare with the marked postback ${String(id)}`,
    withPrevious: 'With the previous of this user',
    noEarlier: 'This user has no earlier postback.',
    /** `key`: what compares with the marked one; null where no key does. */
    marked: (id: number, key: string | null) =>
      key === null
        ? `Postback ${String(id)} is marked. Open another one and choose “With the marked one” there to compare them.`
        : `Postback ${String(id)} is marked. Open another one and press ${key} to compare them.`,
  },
  dialog: {
    title: (earlier: number, later: number) => `Compare ${String(earlier)} and ${String(later)}`,
    gone: (id: number) => `There is no request ${String(id)} in the history any more.`,
    swap: 'Swap sides',
    reading: 'Reading the other request',
  },
  side: (id: number) => `Postback ${String(id)}`,
  onlyDifferent: 'Only what differs',
  request: 'Request',
  method: 'Method',
  path: 'Path',
  arrived: 'Arrived',
  query: 'Query',
  headers: 'Headers',
  bodies: 'Bodies',
  earlier: (duration: string) => `${duration} earlier`,
  later: (duration: string) => `${duration} later`,
  same: 'The two requests are the same, byte for byte.',
  onlySeparators: 'They differ in separators of the query alone.',
  differ: ({ method, path, parameters, headers, body }: Differing) => {
    const parts = [
      method ? 'the method' : '',
      path ? 'the path' : '',
      parameters === 0 ? '' : counted(parameters, 'parameter', 'parameters'),
      headers === 0 ? '' : counted(headers, 'header', 'headers'),
      body ? 'the body' : '',
    ]
    return `They differ in ${listed(parts.filter((part) => part !== ''))}.`
  },
}

export type CompareWords = typeof compare
