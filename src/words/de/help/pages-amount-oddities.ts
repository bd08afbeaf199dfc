import type { AmountOddityPages } from '../../en/help/pages-amount-oddities.ts'

/** Amounts that have a value, and are written in a way, or of a size, that somebody may not expect. */
export const amountOddityPages: AmountOddityPages = {
  'amount-exponent': {
    title: 'Der Betrag ist mit Exponent geschrieben',
    what: 'Der Betrag steht in wissenschaftlicher Schreibweise, etwa `1e3` für 1000. Er hat einen genauen Wert, den der Inspector zeigt.',
    why: 'Programme schreiben sehr große und sehr kleine Gleitkommazahlen so, und manche auch runde.',
    matters:
      'Nicht jeder Parser liest Exponenten: SQL-Umwandlungen und Geldtypen lehnen sie oft ab, und ein großzügiger Parser liest aus `1e3` eine 1.',
    dashboard: ['Lässt sich das Zahlenformat der Prämie wählen, wählen Sie einfache Ziffern.'],
    backend: [
      'Lesen Sie ihn mit einem Dezimaltyp, der Exponenten kennt, und prüfen Sie, dass der hier gezeigte Wert herauskommt.',
    ],
    note: 'Das `e3` hinter der 1 bedeutet drei Nullen.',
  },
  'amount-negative': {
    title: 'Der Betrag ist negativ',
    what: 'Der Betrag ist kleiner als null. Er hat einen Wert und geht so, wie er dasteht, in die Summen ein.',
    why: 'Adjump dokumentiert keine Rückbuchungen, also sagt nichts, wofür ein negativer Betrag stünde. Es kann eine zurückgenommene Prämie sein oder ein Fehler in den Einstellungen einer Prämie.',
    matters: 'Ein Backend, das ohne hinzusehen addiert, nimmt seinem Nutzer den Betrag weg.',
    dashboard: ['Sehen Sie sich die Einstellungen der Prämie an, und fragen Sie Adjump, wofür der Betrag steht.'],
    backend: [
      'Entscheiden Sie, was Ihr Server damit macht, und tun Sie das ausdrücklich: mit einem 4xx-Status ablehnen, oder die Prämie zurücknehmen und es festhalten.',
    ],
    note: 'Vor den Ziffern steht ein Minuszeichen.',
  },
  'amount-zero': {
    title: 'Der Betrag ist null',
    what: 'Der Betrag ist eine Zahl, und diese Zahl ist null: `0`, `0.00`, `-0`.',
    why: 'Jemand hat mit null getestet, die Prämie ist ohne Betrag eingerichtet, oder das Verdiente wurde vor dem Senden abgerundet.',
    matters: 'Es gibt nichts gutzuschreiben. Ein Nutzer, der etwas dafür getan hat, wird fragen, wo die Prämie bleibt.',
    dashboard: [
      'War das kein Test, sehen Sie sich die Einstellungen der Prämie an: ihren Betrag, und wie er gerundet wird.',
    ],
    backend: ['Antworten Sie wie auf jeden anderen Postback, ändern Sie kein Guthaben und halten Sie es fest.'],
    note: 'Der ganze Betrag ist `0`.',
  },
  'amount-plus-sign': {
    title: 'Der Betrag beginnt mit einem Pluszeichen',
    what: 'Der Betrag ist eine Zahl mit einem `+` davor. Auf der Leitung steht dafür `%2B`, denn ein bloßes `+` ist in einer Query ein Leerzeichen.',
    why: 'Ein Programm, das jede Zahl mit ihrem Vorzeichen versieht, hat ihn zusammengesetzt.',
    matters:
      'JSON und viele strenge Zahlenformate erlauben kein Pluszeichen am Anfang. Trifft es als bloßes `+` ein, wird stattdessen ein Leerzeichen gelesen.',
    dashboard: ['Hinter `reward_amount=` darf nur das Makro stehen.'],
    backend: [
      'Achten Sie darauf, dass Ihr Parser das Vorzeichen annimmt, oder lehnen Sie die Anfrage ab. Lassen Sie nicht stillschweigend 0 daraus werden.',
    ],
    note: '`%2B` ist ein kodiertes Pluszeichen.',
  },
  'amount-trailing-zeros': {
    title: 'Der Betrag endet hinter dem Punkt auf Nullen',
    what: 'Die letzte Ziffer hinter dem Dezimalpunkt ist eine Null, wie in `1.50` oder `5.0`. Der Wert ist mit ihr und ohne sie derselbe, der Text nicht.',
    why: 'Geldbeträge werden üblicherweise mit zwei Nachkommastellen geschrieben.',
    matters:
      'Sobald der Text zur Zahl wird, sind die Nullen weg. Das zählt überall, wo der Text selbst verglichen, protokolliert oder signiert wird: `1.50` und `1.5` sind zwei Texte, also auch keine möglichen Duplikate voneinander.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: [
      'Behalten Sie den Text, wie er kam, wo er verglichen, protokolliert oder signiert wird, und rechnen Sie mit seinem Dezimalwert.',
    ],
    note: 'Hinter dem Punkt ist die letzte Ziffer eine Null.',
  },
  'amount-bare-point': {
    title: 'Auf einer Seite des Dezimalpunkts fehlt eine Ziffer',
    what: 'Der Betrag beginnt oder endet mit seinem Dezimalpunkt, wie in `.5` oder `5.`. Er hat einen Wert.',
    why: 'Manche Datenbanken und Tabellenkalkulationen lassen eine Null vor dem Punkt weg.',
    matters:
      'JSON erlaubt keine der beiden Formen, und manche SQL-Umwandlungen und Schemaprüfungen lehnen sie ebenfalls ab.',
    dashboard: [
      'Lässt sich das Zahlenformat der Prämie wählen, wählen Sie eines mit einer Ziffer auf beiden Seiten des Punkts.',
    ],
    backend: [
      'Achten Sie darauf, dass Ihr Parser das liest. Tut er es nicht, ergänzen Sie vor dem Parsen die fehlende Null.',
    ],
    note: 'Vor dem Punkt steht keine Ziffer.',
  },
  'leading-zeros': {
    title: 'Eine Zahl beginnt mit Nullen',
    what: 'Der Betrag oder eine Nutzer-ID aus lauter Ziffern beginnt mit Nullen, die eine Zahl nicht hätte: `007`, `05.50`.',
    why: 'IDs werden oft auf eine feste Länge aufgefüllt. Ein Betrag hat solche Nullen, wenn ein Programm ein Feld fester Breite gefüllt hat.',
    matters:
      'Sobald der Text zur Zahl wird, sind die Nullen weg, und Nutzer `007` ist Nutzer `7`. Wo eine führende Null für Oktalzahlen steht, wird aus `010` sogar 8.',
    dashboard: ['Dort ist nichts zu ändern: Die ID ist die, die Ihre App verwendet.'],
    backend: ['Behalten Sie Nutzer-IDs als Text, im Code und in der Spalte Ihrer Datenbank.'],
    note: 'Die ID besteht nur aus Ziffern, und die ersten beiden sind Nullen.',
  },
  'precision-beyond-double': {
    title: 'Mehr Stellen, als eine Gleitkommazahl fasst',
    what: 'Ein Double, also der Zahlentyp von JavaScript und in den meisten Sprachen `float`, würde diesen Betrag verändern. Der Inspector behält jede seiner Stellen.',
    why: 'Der Betrag ist sehr groß, oder er wurde mit vielen Nachkommastellen berechnet und nicht gerundet.',
    matters:
      'Zwei verschiedene Beträge werden gleich, und Summen liegen nach einer Weile um die kleinste Einheit daneben. Aus `9007199254740993` wird `9007199254740992`.',
    dashboard: [
      'Lassen sich die Nachkommastellen der Prämie wählen, wählen Sie so viele, wie die Guthaben bei Ihnen haben.',
    ],
    backend: [
      'Lesen Sie Beträge mit einem Dezimaltyp oder als ganze Zahlen der kleinsten Einheit. Rechnen Sie mit ihnen nie als Gleitkommazahlen.',
    ],
    note: 'Ein Double fasst etwa 16 Stellen, und dieser Betrag hat 19 hinter dem Punkt.',
  },
}
