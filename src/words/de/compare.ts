import type { CompareWords } from '../en/compare.ts'
import { counted, listed } from '../numbers.ts'

export const compare: CompareWords = {
  actions: {
    compare: 'Vergleichen',
    mark: 'Zum Vergleichen vormerken',
    withMarked: 'Mit dem vorgemerkten',
    withMarkedId: (id) => `Mit dem vorgemerkten (${String(id)})`,
    withMarkedTitle: (id) => `Mit dem vorgemerkten Postback ${String(id)} vergleichen`,
    withPrevious: 'Mit dem vorigen dieses Nutzers',
    noEarlier: 'Dieser Nutzer hat keinen früheren Postback.',
    marked: (id, key) =>
      key === null
        ? `Postback ${String(id)} ist vorgemerkt. Öffnen Sie einen anderen und wählen Sie dort „Mit dem vorgemerkten“, um beide zu vergleichen.`
        : `Postback ${String(id)} ist vorgemerkt. Öffnen Sie einen anderen und drücken Sie ${key}, um beide zu vergleichen.`,
  },
  dialog: {
    title: (earlier, later) => `${String(earlier)} und ${String(later)} vergleichen`,
    gone: (id) => `Die Anfrage ${String(id)} ist nicht mehr im Verlauf.`,
    swap: 'Seiten tauschen',
    reading: 'Die andere Anfrage wird gelesen',
  },
  side: (id) => `Postback ${String(id)}`,
  onlyDifferent: 'Nur Unterschiede',
  request: 'Anfrage',
  method: 'Methode',
  path: 'Pfad',
  arrived: 'Eingetroffen',
  query: 'Query',
  headers: 'Header',
  bodies: 'Bodys',
  earlier: (duration) => `${duration} früher`,
  later: (duration) => `${duration} später`,
  same: 'Die beiden Anfragen sind gleich, Byte für Byte.',
  onlySeparators: 'Sie unterscheiden sich nur in Trennzeichen der Query.',
  differ: ({ method, path, parameters, headers, body }) => {
    const parts = [
      method ? 'der Methode' : '',
      path ? 'dem Pfad' : '',
      parameters === 0 ? '' : counted(parameters, 'Parameter', 'Parametern'),
      headers === 0 ? '' : counted(headers, 'Header', 'Headern'),
      body ? 'dem Body' : '',
    ]
    return `Sie unterscheiden sich in ${listed(parts.filter((part) => part !== ''))}.`
  },
}
