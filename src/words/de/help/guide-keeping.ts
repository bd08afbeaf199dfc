import type { KeepingGuide } from '../../en/help/guide-keeping.ts'

/** Taking the history along, and letting it go. */
export const keepingGuide: KeepingGuide = {
  exports: {
    title: 'Exporte, Berichte und Archive',
    summary:
      'Das Angezeigte als Datei für eine Tabelle, ein Programm oder einen anderen Menschen, und der ganze Verlauf als eine Datei.',
    picture:
      'Das Exportmenü über der Liste, mit Formaten für das Angezeigte, für einen Nachweisbericht und für den ganzen Verlauf',
    formats: [
      {
        term: 'CSV',
        meaning:
          'Eine Zeile je Anfrage, für Tabellenkalkulationen. Vor einem Text, den eine Tabellenkalkulation für eine Formel hielte, steht ein Apostroph.',
      },
      {
        term: 'NDJSON, JSON',
        meaning: 'Alles, was über jede Anfrage bekannt ist, für Programme. NDJSON hat ein Objekt je Zeile.',
      },
      { term: 'HAR', meaning: 'Was die Entwicklerwerkzeuge der Browser und Proxys lesen.' },
      {
        term: 'Nachweisbericht',
        meaning:
          'Das Angezeigte mit Urteilen, Antworten, Ausfällen und genauen Summen, und eine Prüfsumme über alles: als HTML für Menschen, oder als JSON.',
      },
      {
        term: 'Archiv',
        meaning:
          'Der ganze Verlauf Byte für Byte, mit Antworten, Markierungen, Endpunkten und Ausfällen, in einer Datei.',
      },
    ],
    whole:
      'Ein Export enthält, was die Liste zeigt, also filtern Sie zuerst. Ein Archiv enthält alles. Unter **Einstellungen** fügt **Archiv oder HAR importieren** eines zum Verlauf einer anderen Installation hinzu: alles oder nichts, und nichts doppelt.',
  },
  retention: {
    title: 'Was aufbewahrt wird, und wie es entfernt wird',
    summary: 'Alles, bis Sie etwas anderes sagen.',
    rules:
      'Von selbst wird nie etwas entfernt. Unter **Einstellungen** können Sie bei **Aufbewahrung** festlegen, dass Anfragen entfernt werden, die älter als eine bestimmte Zahl von Tagen sind oder nicht zu einer bestimmten Zahl der neuesten gehören. Würde eine Regel sofort etwas entfernen, werden Sie vorher gefragt, mit der Zahl der Anfragen, die es träfe.',
    picture:
      'Die Einstellungen zur Aufbewahrung: wie viele Tage und Anfragen, was zuletzt entfernt wurde, und die Schaltflächen für Archive',
    clear:
      '**Verlauf leeren…** entfernt alles oder das, was die Liste zeigt. Was Sie angeheftet, farbig markiert oder mit einer Notiz versehen haben, bleibt immer. Was entfernt ist, ist endgültig weg, also schreiben Sie vorher ein Archiv, falls es noch einmal gebraucht werden könnte.',
  },
}
