import type { RequestProblemWords } from '../en/sending-request.ts'

export const requestProblems: RequestProblemWords = {
  targetEmpty: 'Geben Sie das Anfrageziel ein: Es beginnt mit „/“.',
  targetLong: 'Ein Anfrageziel kann höchstens 64 KiB haben.',
  targetStart: 'Ein Anfrageziel beginnt mit „/“: Der Host wird unter „Senden an“ gewählt.',
  targetSpace: (place) =>
    `Das Anfrageziel enthält ein Leerzeichen (Zeichen ${String(place)}): HTTP kann es nicht übertragen, es muss prozentkodiert sein.`,
  targetControl: (place) =>
    `Das Anfrageziel enthält ein Steuerzeichen (Zeichen ${String(place)}): HTTP kann es nicht übertragen, es muss prozentkodiert sein.`,
  bodyLong: 'Ein Body kann hier höchstens 256 KiB haben.',
  methodWord: 'Eine Methode ist ein Wort wie GET, ohne Leerzeichen.',
  methodSmall: 'Schreiben Sie die Methode in Großbuchstaben: In Kleinbuchstaben ist sie eine andere.',
  methodConnect: 'CONNECT verlangt einen Tunnel und kann hier nicht gesendet werden.',
}
