import type { ReplayWords } from '../en/replay.ts'
import { counted } from '../numbers.ts'

export const replay: ReplayWords = {
  replay: 'Erneut senden',
  editAndReplay: 'Bearbeiten und erneut senden',
  dialog: {
    title: (id) => `${String(id)} erneut senden`,
    editTitle: (id) => `${String(id)} bearbeiten und erneut senden`,
    queryStays: 'Die Query ist die der gespeicherten Anfrage: „?…“ weglassen.',
    destinationHint: 'Hat die URL einen Pfad, ersetzt er den gespeicherten; die Query bleibt unberührt.',
    willBeSent: 'Wird gesendet',
  },
  fields: {
    method: 'Methode',
    target: 'Anfrageziel',
    headers: 'Header',
    headersHint: 'Einer je Zeile. Content-Length und was die Verbindung betrifft, setzt der Sender.',
    body: 'Body',
    bodyAs: 'Body als',
    bodyForms: { stored: 'Wie gespeichert', text: 'Text', hex: 'Hex' },
    storedBody: (length) => `${counted(length, 'Byte', 'Bytes')}, Byte für Byte`,
    bodyAsText: 'Body als Text',
    bodyAsTextHint: 'Wird als UTF-8 gesendet; Zeilenenden werden zu LF. Hex behält jedes Byte.',
    bodyAsHex: 'Body als Hex',
    wrongHex: 'Schreiben Sie Bytes als Paare von Hex-Ziffern, zum Beispiel 7b 22 7d.',
  },
  result: {
    label: 'Ergebnis',
    nth: (nth) => `Nummer ${String(nth)}: `,
    captured: (link) => ['Hier aufgezeichnet als ', link, '.'],
    postback: (id) => `Postback ${String(id)}`,
    before: 'Damals',
    now: 'Jetzt',
    nowNth: (nth) => `Jetzt, Nummer ${String(nth)}`,
  },
}
