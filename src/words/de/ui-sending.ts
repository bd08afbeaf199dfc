import type { UiWords } from '../en/ui.ts'
import { counted, number } from '../numbers.ts'

export const sending: UiWords['sending'] = {
  to: 'Senden an',
  places: { public: 'Öffentliche URL', receiver: 'Lokaler Empfänger', url: 'Ihr Backend' },
  backendUrl: 'URL Ihres Backends',
  noPublicUrl: 'Es gibt keine öffentliche URL: Öffnen Sie den Tunnel.',
  notListening: 'Der Empfänger lauscht nicht.',
  foreign: (host) => [
    host,
    ' ist nicht auf diesem Computer oder in seinem Netz. Was dort ankommt, kann Nutzern wirklich gutgeschrieben werden.',
  ],
  confirm: (host) => `An ${host} senden: Der Host gehört mir, oder sein Betreiber ist einverstanden`,
  plan: { times: 'Wie oft', atOnce: 'Gleichzeitig', pauseMs: 'Pause (ms)', timeoutMs: 'Zeitlimit (ms)' },
  progress: 'Fortschritt',
  sentSoFar: 'Bisher gesendet',
  states: {
    running: (done, times) => `Wird gesendet: ${of(done, times)} beantwortet.`,
    done: (_done, times) => (times === 1 ? 'Einmal gesendet.' : `Alle ${number(times)} wurden gesendet.`),
    cancelled: (done, times) => `Abgebrochen, bis dahin erledigt: ${of(done, times)}.`,
    failed: (done, times) => `Es ging nicht weiter, bis dahin erledigt: ${of(done, times)}.`,
  },
  counts: {
    accepted: (count) => `${number(count)} mit 2xx`,
    refused: (count) => `${number(count)} mit anderem Status`,
    unanswered: (count) => `${number(count)} ohne vollständige Antwort`,
    captured: (count) => `${number(count)} hier aufgezeichnet`,
  },
  results: {
    label: 'Ergebnisse',
    status: 'Status',
    time: 'Zeit',
    size: 'Größe',
    body: 'Body',
    captured: 'Aufgezeichnet',
    lookAt: (nth) => `Ergebnis ${String(nth)} ansehen`,
    postback: (id) => `Postback ${String(id)}`,
    firstOnly: (shown) => `Die ersten ${number(shown)} werden gezeigt; die Anzahlen gelten für alle.`,
    noReply: 'keine Antwort',
  },
}

const of = (done: number, times: number): string => `${number(done)} von ${counted(times, 'Anfrage', 'Anfragen')}`
