import type { filterEcho as english } from '../en/filter-echo.ts'
import { counted } from '../numbers.ts'

export const filterEcho: typeof english = {
  and: ' und ',
  or: ' oder ',
  quoted: (value) => ['„', value, '“'],
  kinds: { postback: 'Postbacks', probe: 'Proben', noise: 'Rauschen', rejected: 'abgewiesene Anfragen' },
  verdicts: { pass: 'Postbacks in Ordnung', warn: 'Postbacks mit Warnungen', fail: 'fehlerhafte Postbacks' },
  verdictNames: { pass: '„In Ordnung“', warn: '„Warnung“', fail: '„Fehler“' },
  allRequests: 'alle Anfragen',
  kindsWithVerdicts: (kinds, verdicts) => `${kinds} mit dem Urteil ${verdicts}`,
  user: (id) => ['des Nutzers ', id],
  userWithPart: (id, part) => ['des Nutzers ', id, ' mit ', part, ' in der ID'],
  usersWithPart: (part) => ['mit ', part, ' in der Nutzer-ID'],
  endpoints: (names) => ['an den Endpunkt ', ...names],
  amounts: (conditions) => `mit Beträgen ${conditions}`,
  amountRange: (from, to) => `mit Beträgen von ${from} bis ${to}`,
  amount: {
    '=': (value) => `von genau ${value}`,
    '>=': (value) => `ab ${value}`,
    '<=': (value) => `bis ${value}`,
    '>': (value) => `über ${value}`,
    '<': (value) => `unter ${value}`,
  },
  findings: (codes) => `mit dem Befund ${codes}`,
  withoutFinding: (code) => `ohne den Befund ${code}`,
  withoutFindings: (codes) => `mit keinem der Befunde ${codes}`,
  methods: (methods) => `mit der Methode ${methods}`,
  statuses: (statuses) => `mit der Antwort ${statuses}`,
  texts: (texts) => ['mit dem Text ', ...texts],
  withoutText: (text) => ['ohne den Text ', ...text],
  withoutTexts: (texts) => ['mit keinem der Texte ', ...texts],
  pinned: 'mit Anheftung',
  notPinned: 'ohne Anheftung',
  coloured: (colours) => `mit der Farbe ${colours}`,
  notColoured: (colours) => `ohne die Farbe ${colours}`,
  withNote: 'mit einer Notiz',
  withoutNote: 'ohne Notiz',
  noteTexts: (texts) => ['mit ', ...texts, ' in der Notiz'],
  withoutNoteText: (text) => ['ohne ', ...text, ' in der Notiz'],
  withoutNoteTexts: (texts) => ['mit keinem von ', ...texts, ' in der Notiz'],
  before: (moment) => `vor ${moment}`,
  between: (from, until) => `von ${from} bis ${until}`,
  since: (moment) => `seit ${moment}`,
  last: {
    day: (count) => (count === 1 ? 'vom letzten Tag' : `aus den letzten ${counted(count, 'Tag', 'Tagen')}`),
    hour: (count) => inTheLast(count, 'Stunde', 'Stunden'),
    minute: (count) => inTheLast(count, 'Minute', 'Minuten'),
    second: (count) => inTheLast(count, 'Sekunde', 'Sekunden'),
  },
  midnight: 'heute 00:00',
}

function inTheLast(count: number, one: string, other: string): string {
  return count === 1 ? `aus der letzten ${one}` : `aus den letzten ${counted(count, one, other)}`
}
