import type { FilterWords } from '../en/filter.ts'
import { counted, listed, number } from '../numbers.ts'
import { filterEcho } from './filter-echo.ts'
import { filterProblems } from './filter-problems.ts'
import { filterSuggestions } from './filter-suggestions.ts'

const HIDDEN = {
  postback: (count: number) => counted(count, 'Postback', 'Postbacks'),
  rejected: (count: number) => counted(count, 'abgewiesene Anfrage', 'abgewiesene Anfragen'),
  probe: (count: number) => counted(count, 'Probe', 'Proben'),
  noise: (count: number) => `${counted(count, 'Anfrage', 'Anfragen')} (Rauschen)`,
}

export const filter: FilterWords = {
  echo: filterEcho,
  problems: filterProblems,
  suggestions: filterSuggestions,
  box: 'Postbacks filtern',
  placeholder: 'Filter: user:u_1 amount:>=5 verdict:fail since:1h oder beliebiger Text',
  clear: 'Filter zurücksetzen',
  recent: 'Letzte Filter',
  suggested: 'Vorschläge',
  restInForce: 'Der Rest des Filters gilt.',
  kindsShown: 'Angezeigte Arten',
  verdictsShown: 'Angezeigte Urteile',
  kinds: { postback: 'Postbacks', rejected: 'Abgewiesen', probe: 'Proben', noise: 'Rauschen' },
  whatIsShown: 'Was angezeigt wird',
  // Not with “alle”: the adjectives behind it would be others.
  showing: () => 'Angezeigt werden ',
  takeAway: (part) => `Weglassen: ${part}`,
  takeThisAway: 'Weglassen',
  hidden: (kinds, forVerdict) => {
    const list = listed(kinds.map(({ kind, count }) => HIDDEN[kind](count)))
    const are = kinds.length === 1 && kinds[0]?.count === 1 ? 'ist' : 'sind'
    return `${list} ${are} ausgeblendet${forVerdict ? ', denn nur Postbacks haben ein Urteil' : ''}`
  },
  showHidden: 'Anzeigen',
  shown: (rows, stored, searching) =>
    `${number(rows)}${stored === null ? '' : ` von ${number(stored)}`}${searching ? ' bisher, Suche läuft…' : '.'}`,
}
