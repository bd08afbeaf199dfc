import type { ProvingGuide } from '../../en/help/guide-proving.ts'

/** What was expected, and what came of it. */
export const provingGuide: ProvingGuide = {
  expectations: {
    title: 'Einen Postback erwarten',
    summary: 'Sagen, was eintreffen soll, und sehen, dass es eintrifft, oder was zeichengenau abweicht.',
    arm: 'Geben Sie unter **Prüfen** die Nutzer-ID und den Betrag ein, die Sie gleich senden werden, wählen Sie, wie lange gewartet werden soll, und klicken Sie auf **Stellen**. Klicken Sie dann in Adjump auf „verify“, oder lassen Sie Ihren Tester sich die Prämie verdienen. Beide Texte werden genau verglichen: Groß- und Kleinschreibung, Nullen am Ende und Leerzeichen zählen.',
    picture:
      'Die Ansicht „Prüfen“: eine Erwartung, die erfüllt wurde, und eine, die wartet, mit den markierten Zeichen, in denen der ähnlichste Postback abweicht',
    states: [
      {
        term: 'Wartet',
        meaning:
          'Er ist noch nicht eingetroffen. Traf etwas Ähnliches ein, wird der Unterschied sofort gezeigt, obwohl der richtige noch kommen kann.',
      },
      { term: 'Erfüllt', meaning: 'Ein Postback hatte genau die erwartete Nutzer-ID und den erwarteten Betrag.' },
      {
        term: 'Abweichend',
        meaning:
          'Die Zeit ist um, und etwas Ähnliches traf ein. Beide Texte stehen da, die abweichenden Zeichen markiert, und die Ursache in Worten.',
      },
      {
        term: 'Abgelaufen',
        meaning: 'Die Zeit ist um, nichts Ähnliches traf ein, und der Inspector war die ganze Zeit erreichbar.',
      },
      {
        term: 'Nicht erreichbar',
        meaning:
          'Nichts Ähnliches traf ein, und einen Teil der Zeit hätte niemand den Inspector erreichen können. Die Zeiträume werden genannt.',
      },
    ],
    evidence:
      'Beendete Erwartungen bleiben erhalten. **Nachweisbericht** schreibt die aufgeführten in eine Datei, als HTML oder JSON: was erwartet wurde, was eintraf, die Anfragen Byte für Byte und die Zeiten ohne Erreichbarkeit. Er ist für die Gegenseite gedacht, wenn Sie sich nicht einig sind.',
    pipeline:
      'In einer Pipeline tut die Kommandozeile dasselbe. Sie gibt die Dashboard-URL aus, wartet und endet mit 0, wenn genau dieser Postback eintraf, und sonst mit 1.',
  },
  users: {
    title: 'Nutzer und genaue Summen',
    summary: 'Wer Prämien bekommen hat, wie oft und wie viel.',
    list: '**Nutzer** führt jede eingetroffene Nutzer-ID auf, mit der Zahl der Postbacks und der genauen Summe ihrer Beträge. Beträge werden als Dezimalzahlen addiert und nie gerundet. Die Liste lässt sich auf einen Teil der ID, einen Endpunkt und einen Zeitraum eingrenzen.',
    picture:
      'Die Ansicht „Nutzer“ mit einem geöffneten Nutzer: die genaue Summe, die Summe ohne mögliche Duplikate, und was nicht summiert wurde',
    sums: 'Ein Betrag, der ohne zu raten keinen Wert hat, geht in keine Summe ein. Wie viele das sind und warum, steht neben der Summe. Gibt es mögliche Duplikate, lässt eine zweite Summe sie weg. **Postbacks anzeigen** führt zur Liste, gefiltert nach diesem Nutzer.',
  },
}
