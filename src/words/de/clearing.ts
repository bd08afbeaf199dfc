import type { ClearingWords } from '../en/clearing.ts'
import { counted, number, plural } from '../numbers.ts'

const requests = (count: number): string => counted(count, 'Anfrage', 'Anfragen')
const become = (count: number): string => plural(count, { one: 'wird', other: 'werden' })
const became = (count: number): string => plural(count, { one: 'wurde', other: 'wurden' })
const stay = (count: number): string => plural(count, { one: 'bleibt', other: 'bleiben' })

export const clearing: ClearingWords = {
  removeRequests: (count) => `${requests(count)} entfernen`,
  notUndone: (why) => `Nicht rückgängig gemacht: ${why}`,
  nothingRemoved: 'Es wurde nichts entfernt.',
  nothingRemovedFor: (why) => `Es wurde nichts entfernt: ${why}`,
  willBeRemoved: (count) => `${requests(count)} ${become(count)} entfernt.`,
  markedStay: (count) => `${requests(count)}, die Sie markiert haben, ${stay(count)}.`,
  dialog: {
    title: 'Verlauf leeren',
    scope: 'Was entfernt wird',
    scopes: { shown: 'Was die Liste zeigt', all: 'Den ganzen Verlauf' },
    counting: 'Wird gezählt…',
    undoable:
      'Das lässt sich zehn Sekunden lang rückgängig machen. Danach holt sie nur ein vorher erstelltes Archiv zurück.',
    nothing: 'Es gibt nichts zu entfernen.',
    requests,
    outcome: (what) => [what, ', mit Antworten und Weiterleitungen.'],
    outcomeWithin: (what, from, to) => [what, ' von ', from, ' bis ', to, ', mit Antworten und Weiterleitungen.'],
  },
  bar: {
    label: 'Entfernen läuft',
    progress: (removed, total) => `Anfragen werden entfernt: ${number(removed)} von ${number(total)}…`,
    progressLabel: 'Entfernte Anfragen',
    stop: 'Anhalten',
    done: (removed) => `${requests(removed)} ${became(removed)} entfernt.`,
    stopped: (removed) => `Angehalten: ${requests(removed)} ${became(removed)} entfernt.`,
  },
  waiting: {
    label: 'Wird gleich entfernt',
    soon: (count) => `${requests(count)} ${become(count)} endgültig entfernt.`,
    within: (count, seconds) => `${requests(count)} ${become(count)} in ${String(seconds)} s endgültig entfernt.`,
    removeNow: 'Jetzt entfernen',
  },
  remove: {
    label: 'Diese Anfrage entfernen',
    marked: 'Sie ist markiert, und Markiertes bleibt: Nehmen Sie zuerst Anheftung, Farbe und Notiz weg.',
  },
  retention: {
    saved: 'Die Aufbewahrung ist gespeichert.',
    title: 'Aufbewahrung',
    description:
      'Es wird nie etwas entfernt, außer Sie legen es hier fest oder leeren den Verlauf. Was angeheftet oder farbig markiert ist oder eine Notiz hat, bleibt immer.',
    everything: 'alles',
    keepDays: 'Tage aufbewahren',
    keepDaysHint: 'Von 1 bis 3650. Ältere Anfragen werden entfernt.',
    keepRequests: 'Anfragen aufbewahren',
    keepRequestsHint: 'Ab 1000. Nur so viele der neuesten bleiben.',
    clear: 'Verlauf leeren…',
    agree: 'Entfernen, was darüber hinausgeht?',
    agreeText: (count) =>
      `${counted(count, 'gespeicherte Anfrage', 'gespeicherte Anfragen')} ${become(count)} gleich endgültig entfernt, und später weitere, sobald sie darüber hinausgehen.`,
    noRemovals: 'Bisher wurde nichts entfernt.',
    removals: 'Zuletzt entfernt',
    removal: (when, removed, cause, stopped, what) => {
      const by = cause === 'retention' ? 'durch diese Regel' : 'von Hand'
      return [when, `: ${requests(removed)} ${by} entfernt${stopped ? ', dann angehalten' : ''} (`, what, ')']
    },
  },
}
