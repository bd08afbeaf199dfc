import type { SeparatorPages } from '../../en/help/pages-separators.ts'

/** What parts path, query and parameters, and stands there in the wrong form. */
export const separatorPages: SeparatorPages = {
  'separators-encoded': {
    title: '„&“ oder „=“ zwischen Parametern ist prozentkodiert',
    what: 'Ein dekodierter Wert enthält einen weiteren Parameter, wie in `u_1001&reward_amount=50`: Sein `&` und sein `=` trafen als `%26` und `%3D` ein, also trennen sie nichts.',
    why: 'Die ganze Query wurde einmal zu oft kodiert, von einem Online-Werkzeug oder von einem Programm, das sie für einen einzelnen Wert hält.',
    matters:
      'Der erste Parameter verschluckt alle folgenden: Die Nutzer-ID ist nicht die des Nutzers, und der Betrag fehlt.',
    dashboard: [
      'Lassen Sie `&` und `=` unkodiert. Prozentkodiert wird nur ein einzelner Name oder Wert, nie die Query als Ganzes.',
    ],
    backend: ['Dort ist nichts zu ändern. Dekodieren Sie nicht ein zweites Mal, damit es passt.'],
    note: '`%26` ist ein kodiertes `&` und `%3D` ein kodiertes `=`.',
  },
  'semicolon-separator': {
    title: 'Die Parameter sind durch „;“ getrennt',
    what: 'In einem Wert steht `;` und dahinter ein Name mit `=`: Die Parameter sind durch Semikolons getrennt.',
    why: 'Das ist eine alte Schreibweise für Querys, die nur noch wenige Server lesen.',
    matters: 'Kaum ein Server trennt dort noch, also werden mehrere Parameter zu einem Wert.',
    dashboard: ['Schreiben Sie `&` zwischen die Parameter.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Der Wert von `user_id` geht hinter dem `;` weiter.',
  },
  'question-mark-missing': {
    title: 'Vor den Parametern fehlt das „?“',
    what: 'Die Parameter folgen dem Pfad des Endpunkts ohne `?`, zum Beispiel hinter einem `&`. Für HTTP gehören sie damit zum Pfad, und es gibt gar keine Query.',
    why: 'Die URL wurde von Hand zusammengesetzt, oder eine Basis-URL sollte mit ihrem `?` enden und tat es nicht.',
    matters:
      'Die meisten Server antworten mit 404, weil sie einen solchen Pfad nicht haben, und einer, der den Pfad doch findet, findet keinen Parameter.',
    dashboard: ['Setzen Sie genau ein `?` direkt hinter den Pfad und `&` nur zwischen die Parameter.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Hinter dem Pfad steht `&`, wo das `?` hingehört.',
  },
  'question-mark-encoded': {
    title: 'Das „?“ ist prozentkodiert',
    what: 'Hinter dem Pfad des Endpunkts steht `%3F`, ein kodiertes Fragezeichen, also gehört alles Folgende zum Pfad.',
    why: 'Die URL wurde als Ganzes prozentkodiert, oder ein Werkzeug hielt sie für einen Pfad und kodierte, was in einem Pfad nicht stehen darf.',
    matters:
      'Die meisten Server antworten mit 404, weil sie einen solchen Pfad nicht haben, und einer, der den Pfad doch findet, findet keinen Parameter.',
    dashboard: ['Schreiben Sie hinter den Pfad ein bloßes `?`.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: '`%3F` steht, wo das `?` hingehört.',
  },
  'question-mark-repeated': {
    title: 'Es gibt mehr als ein „?“',
    what: 'Nur das erste `?` trennt den Pfad von der Query. Jedes weitere gehört zu dem Namen oder Wert, in dem es steht, zusammen mit dem, was darauf folgt.',
    why: 'An eine URL, die schon Parameter hatte, wurden weitere mit `?` statt mit `&` angehängt.',
    matters: 'Der Parameter vor dem zweiten `?` hat einen falschen Wert, und der dahinter fehlt.',
    dashboard: ['Behalten Sie das erste `?` und schreiben Sie statt der anderen `&`.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Ein zweites `?` steht im Wert von `user_id`.',
  },
}
