import type { SendingWords } from '../en/sending.ts'
import { number } from '../numbers.ts'
import { requestProblems } from './sending-request.ts'

export const sending: SendingWords = {
  send: 'Senden',
  sendTimes: (times) => `${String(times)}-mal senden`,
  nothingSent: (why) => `Es wurde nichts gesendet: ${why}`,
  plan: {
    timesWhole: 'Wie oft gesendet wird, ist eine ganze Zahl.',
    timesLeast: 'Mindestens einmal senden.',
    timesMost: (most) => `Höchstens ${String(most)}-mal senden.`,
    atOnceWhole: 'Wie viele zugleich gesendet werden, ist eine ganze Zahl.',
    atOnceLeast: 'Mindestens eine zugleich.',
    atOnceMost: (most) => `Höchstens ${String(most)} zugleich.`,
    pauseWhole: 'Die Pause ist eine ganze Zahl von Millisekunden.',
    pauseLeast: 'Die Pause kann nicht negativ sein.',
    pauseMost: (most) => `Die Pause beträgt höchstens ${number(most)} ms.`,
    timeoutWhole: 'Das Zeitlimit ist eine ganze Zahl von Millisekunden.',
    timeoutLeast: (least) => `Das Zeitlimit beträgt mindestens ${number(least)} ms.`,
    timeoutMost: (most) => `Das Zeitlimit beträgt höchstens ${number(most)} ms.`,
  },
  request: requestProblems,
  unfit: {
    noRequest:
      'Diese Bytes waren keine HTTP-Anfrage und lassen sich deshalb nicht als solche senden. „Als cURL kopieren“ sendet sie über eine bloße Verbindung.',
    noPath: 'Das Anfrageziel ist kein Pfad (Anfrage an einen Proxy), es gibt also kein Ziel zum Senden.',
  },
  headers: {
    tooLong: 'Die Header können höchstens 64 KiB haben.',
    tooMany: 'Es können höchstens 200 Header sein.',
    noColon: (line) => `Zeile ${String(line)} hat kein „:“: Schreiben Sie Name: Wert.`,
    wrongName: (line) =>
      `Zeile ${String(line)}: Ein Headername hat Buchstaben, Ziffern und „-“, aber keine Leerzeichen.`,
    wrongValue: (line) => `Zeile ${String(line)}: Ein Headerwert ist eine Zeile aus Latin-1-Zeichen.`,
  },
}
