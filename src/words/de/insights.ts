import type { InsightsWords } from '../en/insights.ts'
import { counted, number, plural } from '../numbers.ts'

export const insights: InsightsWords = {
  title: 'Auswertung',
  since: (moment) => `seit ${moment}`,
  span: 'Zeitraum',
  spans: { '1h': '1 h', '24h': '24 h', '7d': '7 Tage', '30d': '30 Tage', all: 'Alles' },
  figuresAs: 'Zahlen als',
  charts: 'Diagramme',
  tables: 'Tabellen',
  showCharts: 'Diagramme anzeigen',
  showTables: 'Zahlen als Tabellen anzeigen',
  reading: 'Der Verlauf wird gelesen',
  notRead: (why) => `Der Verlauf war nicht zu lesen: ${why} Was aufgezeichnet wurde, bleibt erhalten.`,
  noPostback: 'In diesem Zeitraum ist kein Postback eingetroffen.',
  nothingCame: 'Nichts ist eingetroffen.',
  barFor: (length) => `ein Balken für ${length}`,
  now: 'jetzt',
  legend: {
    label: 'Legende',
    looks: {
      pass: 'In Ordnung',
      warn: 'Warnung',
      fail: 'Fehler',
      other: 'Sonstiges',
      outage: 'War nicht erreichbar',
    },
  },
  cursor: {
    how: 'Die Pfeiltasten wählen einen Abschnitt, die Eingabetaste zeigt seine Postbacks.',
    shows: 'Ein Klick oder die Eingabetaste zeigt sie.',
  },
  slice: {
    nothing: 'nichts eingetroffen',
    postbacks: (count) => counted(count, 'Postback', 'Postbacks'),
    failed: (count, share) => `${number(count)} mit Fehlern (${share})`,
    warned: (count) => `${number(count)} mit Warnungen`,
  },
  arrivals: {
    title: 'Kommen noch Postbacks?',
    chart: 'Postbacks im Zeitverlauf',
    noneCame: 'keiner in diesem Zeitraum',
    atMost: (count, length) => `höchstens ${counted(count, 'Postback', 'Postbacks')} in ${length}`,
    table: (length) => `Postbacks im Zeitverlauf, eine Zeile für je ${length}, in denen etwas eintraf`,
    head: { from: 'Ab', pass: 'In Ordnung', warn: 'Warnung', fail: 'Fehler', all: 'Alle' },
    outages: 'Ausfälle',
    silence: (from, to, length) =>
      `Die längste Pause in diesem Zeitraum: Von ${from} bis ${to} ist keiner eingetroffen (${length}).`,
  },
  pace: {
    none: 'Noch ist kein Postback eingetroffen.',
    only: (ago) => `Der letzte Postback kam ${ago}. Es ist der einzige: zu wenig, um zu sagen, wie oft sie kommen.`,
    few: (ago, earlier) =>
      `Der letzte Postback kam ${ago}. Davor ${plural(earlier, { one: 'kam', other: 'kamen' })} nur ${number(earlier)}: zu wenig, um zu sagen, wie oft sie kommen.`,
    coming: (ago, earlier, often) => `${pace(ago, earlier, often)}: Es kommen weiterhin welche.`,
    quiet: (ago, earlier, often, longest) =>
      `${pace(ago, earlier, often)}: Es ist ruhiger als sonst. Ihre längste Pause war ${longest}.`,
    stopped: (ago, earlier, often) => `${pace(ago, earlier, often)}: Es kommen keine mehr.`,
    moreThan: (count) => `mehr als ${number(count)}-mal pro Sekunde`,
    about: (count) => `etwa ${number(count)}-mal pro Sekunde`,
    every: (length) => `alle ${length}`,
  },
  share: {
    title: 'Welcher Anteil hat Fehler?',
    chart: 'Anteil mit Fehlern im Zeitverlauf',
    top: 'alle mit Fehlern',
    looks: { fail: 'Anteil mit Fehlern', pass: 'Keiner mit Fehlern' },
    table: (length) => `Anteil mit Fehlern, eine Zeile für je ${length}, in denen etwas eintraf`,
    head: { from: 'Ab', failed: 'Mit Fehlern', of: 'Von', share: 'Anteil' },
    failed: (fail, total, share) => `${failed(fail, total, share)}.`,
    failedAndWarned: (fail, total, share, warn, warnShare) =>
      `${failed(fail, total, share)}; ${number(warn)} mit Warnungen (${warnShare}).`,
  },
  codes: {
    title: 'Welcher Befund führt?',
    table: 'Befunde',
    finding: 'Befund',
    postbacks: 'Postbacks',
    share: 'Anteil',
    severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
    showPostbacks: 'Diese Postbacks anzeigen',
    showLeading: (count) => `Nur die ${number(count)} häufigsten anzeigen`,
    showAll: (count) => `Alle ${number(count)} Befunde anzeigen`,
    noFinding: (total) =>
      plural(total, {
        one: 'Der eine Postback hat keinen Befund.',
        other: `Keiner der ${number(total)} Postbacks hat einen Befund.`,
      }),
    leads: (count, total, code) => `${have(count, total)} ${code}.`,
    lead: (count, total, code, other) => `${have(count, total)} ${code}, ebenso viele ${other}.`,
  },
}

const pace = (ago: string, earlier: number, often: string): string =>
  `Der letzte Postback kam ${ago}; die ${number(earlier)} davor kamen im Schnitt ${often}`

const failed = (fail: number, total: number, share: string): string =>
  `${number(fail)} von ${counted(total, 'Postback', 'Postbacks')} mit Fehlern (${share})`

const have = (count: number, total: number): string =>
  `${number(count)} von ${counted(total, 'Postback', 'Postbacks')} ${plural(count, { one: 'hat', other: 'haben' })}`
