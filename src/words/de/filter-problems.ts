import type { filterProblems as english } from '../en/filter-problems.ts'

const NO_SUCH = {
  verdict: 'Es gibt kein Urteil',
  kind: 'Es gibt keine Art',
  code: 'Es gibt keinen Code',
  endpoint: 'Es gibt keinen Endpunkt',
  is: 'Es gibt keinen Zustand',
  has: 'Bei „has:“ gibt es kein',
  colour: 'Es gibt keine Farbe',
}

export const filterProblems: typeof english = {
  needsValue: (key, label) => `„${key}:“ braucht einen Wert: ${label}.`,
  notNegatable: (key) => `„${key}“ lässt sich nicht mit „-“ umkehren.`,
  unknownKey: (written, meant) =>
    `Es gibt kein Schlüsselwort „${written}“. ${meant === null ? 'Ein Wort in Anführungszeichen wird als Text gesucht.' : `Meinten Sie ${meant}:?`}`,
  unknownValue: (key, value, meant) => `${NO_SUCH[key]} „${value}“${meant === null ? '.' : `; meinten Sie ${meant}?`}`,
  noMethod: (value) => `„${value}“ ist keine Methode; eine Methode ist ein einzelnes Wort, zum Beispiel GET.`,
  noStatus: (value) => `„${value}“ ist kein Status; ein Status ist eine Zahl von 100 bis 599.`,
  bothWays: 'Dasselbe wird verlangt und ausgeschlossen; so kann nichts passen.',
  userPartMissing: 'Der gesuchte Teil der Nutzer-ID fehlt, zum Beispiel user:u_1*.',
  oneUserPart: 'Es kann nur nach einem Teil der Nutzer-ID gesucht werden.',
  oneUser: 'Ein Postback hat nur eine Nutzer-ID; entfernen Sie zuerst das andere „user:“.',
  noTime: (value) => `„${value}“ ist keine Zeit; möglich sind 30m, 1h, 2d, 2025-01-31 oder 2025-01-31T12:00.`,
  sinceNotBeforeUntil: '„since“ muss vor „until“ liegen; so kann nichts passen.',
  nothingLeft: {
    kind: 'Das schließt jede Art aus; so kann nichts passen.',
    verdict: 'Das schließt jedes Urteil aus; so kann nichts passen.',
  },
  rangeWithoutEnd: 'Ein Bereich braucht mindestens ein Ende, zum Beispiel 5..10.',
  rangeBackwards: (from, to) => `Der Bereich läuft rückwärts; meinten Sie ${from}..${to}?`,
  amountMissing: 'Der Betrag fehlt, zum Beispiel amount:>=5.',
  amountWithComma: 'Ein Betrag wird mit Punkt und ohne Tausendertrennzeichen geschrieben: 1234.50.',
  noAmount: 'Ein Betrag ist eine genaue Zahl, zum Beispiel 5, >=2.50 oder 5..10.',
}
