import { counted, listed, number } from '../numbers.ts'
import { filterEcho } from './filter-echo.ts'
import { filterProblems } from './filter-problems.ts'
import { filterSuggestions } from './filter-suggestions.ts'

const HIDDEN = {
  postback: (count: number) => counted(count, 'postback', 'postbacks'),
  rejected: (count: number) => counted(count, 'rejected request', 'rejected requests'),
  probe: (count: number) => counted(count, 'probe', 'probes'),
  noise: (count: number) => counted(count, 'noise request', 'noise requests'),
}

/** The filter of the list: its box, what is offered and refused there, and what it asks for in words. */
export const filter = {
  echo: filterEcho,
  problems: filterProblems,
  suggestions: filterSuggestions,
  box: 'Filter postbacks',
  placeholder: 'Filter: user:u_1 amount:>=5 verdict:fail since:1h, or any text',
  clear: 'Clear the filter',
  recent: 'Recent filters',
  suggested: 'Suggestions',
  restInForce: 'The rest of the filter is in force.',
  kindsShown: 'Kinds shown',
  verdictsShown: 'Verdicts shown',
  kinds: { postback: 'Postbacks', rejected: 'Rejected', probe: 'Probes', noise: 'Noise' },
  whatIsShown: 'What is shown',
  /** What is shown follows; `all` where nothing narrows it. */
  showing: (all: boolean): string => (all ? 'Showing all ' : 'Showing '),
  takeAway: (part: string) => `Take away: ${part}`,
  takeThisAway: 'Take this away',
  /** Without a full stop. `forVerdict`: only postbacks have the verdict that is asked for. */
  hidden: (
    kinds: readonly { readonly kind: keyof typeof HIDDEN; readonly count: number }[],
    forVerdict: boolean,
  ): string => {
    const list = listed(kinds.map(({ kind, count }) => HIDDEN[kind](count)))
    const are = kinds.length === 1 && kinds[0]?.count === 1 ? 'is' : 'are'
    return `${list} ${are} hidden${forVerdict ? ', for only postbacks have a verdict' : ''}`
  },
  showHidden: 'Show them',
  /** `stored` is how many there are in all, null where that is not known. */
  shown: (rows: number, stored: number | null, searching: boolean) =>
    `${number(rows)}${stored === null ? '' : ` of ${number(stored)}`}${searching ? ' so far, searching…' : '.'}`,
}

export type FilterWords = typeof filter
