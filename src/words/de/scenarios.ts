import type { ScenariosWords } from '../en/scenarios.ts'

export const scenarios: ScenariosWords = {
  groups: {
    delivery: 'Zustellungen',
    missing: 'Fehlende und leere Werte',
    identity: 'Nutzer-IDs',
    amount: 'Beträge',
    hostile: 'Feindseliger Text',
    query: 'Formen der Query',
    http: 'HTTP und Zeit',
  },
  labels: {
    only: 'Postback',
    first: 'Zuerst',
    again: 'Noch einmal',
    anotherAmount: 'Anderer Betrag',
    atOnce: (count) => `${String(count)} gleichzeitig`,
  },
  negativeTaken: 'Es hat 5.25 vom Guthaben abgezogen: nur richtig, wenn Sie mit Adjump Rückbuchungen vereinbart haben.',
  each: {
    'first-delivery': { title: 'Erste Zustellung', correct: 'Antwortet 2xx und schreibt den Betrag einmal gut.' },
    'same-again': {
      title: 'Dieselbe Zustellung noch einmal',
      correct: 'Antwortet auf die Wiederholung wie auf die erste Zustellung und schreibt nicht doppelt gut.',
    },
    'other-amount': {
      title: 'Derselbe Nutzer, anderer Betrag',
      correct: 'Schreibt beides gut: Ein anderer Betrag ist eine andere Prämie.',
    },
    burst: {
      title: 'Dieselbe Zustellung 50-mal gleichzeitig',
      correct:
        'Antwortet auf alle gleich und schreibt einmal gut: Erst nachsehen und dann schreiben lässt mehrere durch.',
    },
    'missing-user': { title: 'Keine Nutzer-ID', correct: 'Antwortet 4xx und schreibt niemandem gut.' },
    'empty-user': {
      title: 'Leere Nutzer-ID',
      correct: 'Antwortet 4xx und schreibt niemandem gut, auch keinem Nutzer mit leerem Namen.',
    },
    'missing-amount': { title: 'Kein Betrag', correct: 'Antwortet 4xx und schreibt nichts gut.' },
    'empty-amount': {
      title: 'Leerer Betrag',
      correct: 'Antwortet 4xx und schreibt nichts gut: Ein leerer Text ist nicht null.',
    },
    'macro-user': {
      title: 'Der Text des Makros als Nutzer-ID: {user_id}',
      correct: 'Antwortet 4xx: Kein Nutzer heißt „{user_id}“, die URL im Dashboard ist falsch.',
    },
    'macro-amount': {
      title: 'Der Text des Makros als Betrag: {reward_amount}',
      correct: 'Antwortet 4xx und schreibt nichts gut.',
    },
    'unicode-id': {
      title: 'Unicode in der Nutzer-ID',
      correct: 'Schreibt genau dieser ID gut: UTF-8, nichts ersetzt, nichts normalisiert.',
    },
    'plus-encoded': {
      title: '„+“ in der Nutzer-ID, gesendet als %2B',
      correct: 'Liest %2B als „+“ und schreibt dieser ID gut.',
    },
    'plus-raw': {
      title: 'Ein Leerzeichen in der Nutzer-ID, gesendet als „+“',
      correct: 'Liest ein rohes „+“ in einer Query als Leerzeichen, wie bei Formularen.',
    },
    'space-id': {
      title: 'Ein Leerzeichen in der Nutzer-ID, gesendet als %20',
      correct: 'Liest %20 als Leerzeichen und schreibt dieser ID gut.',
    },
    'at-id': {
      title: '„@“ in der Nutzer-ID, wie in einer E-Mail-Adresse',
      correct: 'Schreibt genau dieser ID gut.',
    },
    'long-id': {
      title: 'Eine Nutzer-ID mit 2000 Zeichen',
      correct:
        'Schreibt dieser ID als Ganzes gut oder weist sie mit 4xx ab; schneidet sie nicht ab und stürzt nicht ab.',
    },
    zero: { title: 'Betrag 0', correct: 'Nimmt ihn an oder weist ihn ab und ändert kein Guthaben.' },
    negative: {
      title: 'Ein negativer Betrag',
      correct:
        'Weist ihn mit 4xx ab, sofern er nicht Prämien zurücknehmen soll; Adjump dokumentiert keine Rückbuchungen.',
    },
    'many-decimals': {
      title: 'Ein Betrag mit 30 Nachkommastellen',
      correct: 'Behält jede Stelle oder weist ihn mit 4xx ab; rundet nicht stillschweigend.',
    },
    'beyond-double': {
      title: 'Betrag 2⁵³+1',
      correct: 'Schreibt 9007199254740993 gut oder weist ab mit 4xx; eine Gleitkommazahl macht …992 daraus.',
    },
    'decimal-comma': {
      title: 'Ein Dezimalkomma: 1,50',
      correct: 'Antwortet 4xx: Es könnte 1.50 oder 150 gemeint sein, und ein Backend darf nicht raten.',
    },
    'no-number': { title: 'Ein Betrag, der keine Zahl ist', correct: 'Antwortet 4xx und schreibt nichts gut.' },
    'sum-of-decimals': {
      title: '0.1 und dann 0.2',
      correct: 'Das Guthaben wächst um genau 0.3, nicht um 0.30000000000000004.',
    },
    'sql-quote': {
      title: 'Ein SQL-Anführungszeichen in der Nutzer-ID',
      correct:
        'Behandelt es als Text: Parameter werden gebunden, nicht in SQL eingefügt. Kein 5xx, keine Meldung der Datenbank.',
    },
    markup: {
      title: 'HTML und Skript in der Nutzer-ID',
      correct: 'Behandelt es als Text und maskiert es überall, wo eine Seite oder Antwort es zeigt.',
    },
    'line-break': {
      title: 'Ein Zeilenumbruch in der Nutzer-ID (%0D%0A)',
      correct: 'Lässt ihn in keinen Header und in keine eigene Protokollzeile.',
    },
    nul: {
      title: 'Ein NUL in der Nutzer-ID (%00)',
      correct: 'Weist sie mit 4xx ab oder behält sie ganz; die ID endet dort nicht.',
    },
    'path-traversal': {
      title: 'Ein Pfad in der Nutzer-ID (../../etc/passwd)',
      correct: 'Behandelt ihn als Text und öffnet keine Datei dieses Namens.',
    },
    'unknown-parameter': {
      title: 'Ein Parameter, nach dem niemand gefragt hat',
      correct: 'Übergeht ihn und schreibt gut.',
    },
    'other-order': {
      title: 'Die Parameter in anderer Reihenfolge',
      correct: 'Schreibt gut: Die Reihenfolge der Parameter bedeutet nichts.',
    },
    'repeated-parameter': {
      title: 'Die Nutzer-ID zweimal, mit zwei Werten',
      correct:
        'Weist sie mit 4xx ab oder schreibt einer der beiden einmal gut. Stolpert nicht über eine Liste, wo ein Text erwartet wird.',
    },
    'double-encoded': {
      title: 'Eine Nutzer-ID, die selbst „%2B“ enthält (gesendet als %252B)',
      correct: 'Dekodiert einmal: Die ID ist „a%2Bb“, weder „a+b“ noch „a b“.',
    },
    post: {
      title: 'POST statt GET',
      correct: 'Weist es mit 405 ab oder nimmt es wie ein GET. Adjump sendet GET.',
    },
    head: {
      title: 'HEAD statt GET',
      correct: 'Schreibt nichts gut: Link-Prüfer und Vorschauen senden HEAD.',
    },
    'slow-client': {
      title: 'Ein langsamer Client: verbindet sich und sendet seine Anfrage eine Sekunde später',
      correct: 'Wartet auf die Anfrage und schreibt gut.',
    },
  },
}
