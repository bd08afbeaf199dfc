import type { HelpWords } from '../en/help.ts'
import { counted, number } from '../numbers.ts'
import { keepingGuide } from './help/guide-keeping.ts'
import { provingGuide } from './help/guide-proving.ts'
import { receivingGuide } from './help/guide-receiving.ts'
import { sendingGuide } from './help/guide-sending.ts'
import { pages } from './help/pages.ts'

export const help: HelpWords = {
  guideTitle: 'Anleitung',
  codesTitle: 'Befundcodes',
  codesIntro: (count) =>
    `Ein Befund sagt eine einzige Sache über einen Postback, und es gibt ${number(count)} davon. Ein Fehler lässt den Postback durchfallen, eine Warnung sollte man sich ansehen, ein Hinweis ist gut zu wissen.`,
  quoted: (text) => `„${text}“`,
  search: {
    label: 'Hilfe durchsuchen',
    found: 'Gefunden',
    none: 'Keine Seite enthält diese Wörter.',
    noCodes: 'Keine Seite eines Codes enthält die gesuchten Wörter.',
    pages: (count) => counted(count, 'Seite', 'Seiten'),
  },
  list: 'Seiten der Hilfe',
  tour: 'Ohne Adjump ausprobieren',
  missing: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse nennt weder einen Befundcode noch einen Abschnitt der Anleitung.',
    all: 'Alle Befundcodes anzeigen',
  },
  open: {
    postbacks: 'Zu Postbacks',
    endpoints: 'Zu Endpunkten',
    tunnel: 'Zum Tunnel',
    verify: 'Zu Prüfen',
    users: 'Zu Nutzern',
    simulator: 'Zum Simulator',
    settings: 'Zu Einstellungen',
  },
  commands: 'Befehle',
  copyCommand: 'Befehl kopieren',
  finding: {
    what: 'Was ist das?',
    whatOf: (code) => `Was ist das? ${code}`,
    explain: (code) => `${code} erklären`,
    back: 'Zurück',
    inHelp: 'Diese Seite in der Hilfe öffnen',
  },
  page: {
    example: 'Beispiel',
    why: 'Warum es dazu kommt',
    matters: 'Warum es wichtig ist',
    dashboard: 'Im Adjump-Dashboard',
    backend: 'In Ihrem Backend oder Ihrer App',
    related: 'Siehe auch',
  },
  example: {
    later: (seconds) => `${number(seconds)} s später:`,
    userId: 'Gelesene Nutzer-ID',
    amount: 'Gelesener Betrag',
    verdict: 'Urteil',
    others: 'Außerdem gefunden',
    right: 'Richtig',
    absent: 'fehlt',
    empty: 'leer',
  },
  groups: {
    values: 'Werte, die da sein sollten',
    names: 'Namen der Parameter',
    separators: '„?“, „&“ und „=“',
    amountErrors: 'Beträge, die keine Zahl sind',
    amountOddities: 'Ungewöhnlich geschriebene Beträge',
    userIds: 'Nutzer-IDs und riskante Werte',
    characters: 'Zeichen',
    encoding: 'Kodierung',
    requests: 'Die Anfrage als Ganzes',
  },
  pages,
  guide: { ...receivingGuide, ...provingGuide, ...sendingGuide, ...keepingGuide },
}
