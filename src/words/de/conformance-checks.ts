import type * as en from '../en/conformance-checks.ts'
import { listed } from '../numbers.ts'

const ADVICE: Readonly<Record<en.RefusalAdvice, string>> = {
  rate: 'Es begrenzt die Rate: Prämien kommen in Schüben, lassen Sie die von Adjump also durch.',
  key: 'Verlangt es einen Schlüssel, gehört er in die URL, wie im Dashboard.',
  user: 'Schreibt es nur ihm bekannten Nutzern gut, geben Sie einen davon als bekannten Nutzer an.',
}

export const status: typeof en.status = {
  expected: {
    accept: 'Ein Status von 200 bis 299.',
    refuse: 'Ein Status von 400 bis 499, und nichts wird gutgeschrieben.',
    either: 'Ein Status von 200 bis 299, oder von 400 bis 499, wenn es abgewiesen wird.',
    repeat: 'Derselbe Status wie bei der ersten Zustellung, von 200 bis 299.',
  },
  labelled: (label) => `${label}: `,
  someOf: (some, all) => `${String(some)} von ${String(all)}: `,
  noReply: (why) => `Es kam keine ganze Antwort: ${why}`,
  noReplyExpected: 'Eine ganze Antwort, rechtzeitig.',
  fellOver: (statuses) => `Es ist abgestürzt: Status ${listed(statuses)}.`,
  fellOverExpected: 'Kein Status ab 500, was immer gesendet wird.',
  redirected: (code, to) =>
    `Es hat umgeleitet (${code})${to === null ? '' : ` zu ${to}`}: Tragen Sie die endgültige URL im Dashboard ein.`,
  redirectedExpected: 'Keine Umleitung: Ein Absender muss ihr nicht folgen.',
  slow: (ms) => `Die Antwort brauchte ${String(ms)} ms: Ein Absender gibt womöglich auf und stellt erneut zu.`,
  slowExpected: (ms) => `Eine Antwort innerhalb von ${String(ms)} ms; Langsames danach erledigen.`,
  answered: (statuses) => `Beantwortet mit ${listed(statuses)}.`,
  answeredEveryTime: (statuses) => `Jedes Mal beantwortet mit ${listed(statuses)}.`,
  refused: (statuses) => `Abgewiesen mit ${listed(statuses)}.`,
  accepted: (statuses) =>
    `Es hat mit ${listed(statuses)} auf einen Postback geantwortet, der sich nicht gutschreiben lässt: Der Absender hält ihn für zugestellt, und niemand erfährt vom Verlust.`,
  refusedCorrect: (statuses, advice) =>
    `Es hat einen korrekten Postback mit ${listed(statuses)} abgewiesen. ${ADVICE[advice]}`,
  refusedRepetition: (statuses) =>
    `Die Wiederholung wurde mit ${listed(statuses)} beantwortet: Ein Absender hält das für einen Fehlschlag und stellt womöglich erneut zu.`,
  refusedSome: (accepted, refused) =>
    `${String(accepted.count)} wurden mit ${listed(accepted.statuses)} beantwortet und ${String(refused.count)} mit ${listed(refused.statuses)}: Ein Absender hält Letztere für Fehlschläge und stellt womöglich erneut zu.`,
}

/** Das Ende von „die ID wurde …“. */
export const idChange: typeof en.idChange = {
  decodedTwice: 'doppelt dekodiert',
  plusToSpace: 'doppelt dekodiert, was aus „+“ ein Leerzeichen macht',
  mixedUpWithPlus: 'mit einer verwechselt, die „+“ enthält: Ein rohes „+“ ist ein Leerzeichen, %2B ist ein Plus',
  notAForm: 'nicht wie die eines Formulars gelesen: Ein „+“ in einer Query ist ein Leerzeichen',
  notDecoded: 'nicht dekodiert',
  trimmed: 'an den Rändern gekürzt',
  inCase: 'in der Groß- und Kleinschreibung verändert',
  normalised: 'zu anderen Zeichen normalisiert',
  asLatin1: 'als Latin-1 statt UTF-8 gelesen',
  stripped: 'um das gekürzt, was der Zeichensatz nicht fasst',
  cutOff: (characters) => `nach ${String(characters)} Zeichen abgeschnitten`,
  changed: 'verändert',
}

export const amountChange: typeof en.amountChange = {
  readAsFloat: 'als Gleitkommazahl gelesen, die nur 15 bis 17 Stellen behält',
  addedAsFloats: 'als Gleitkommazahlen addiert, die nur 15 bis 17 Stellen behalten',
  severalTimes: (times) => `${times === 2 ? 'doppelt' : `${String(times)}-mal`} gutgeschrieben`,
  firstDigits: 'nur die ersten Ziffern gelesen',
  commaAsPoint: 'das Komma für einen Punkt gehalten',
  commaLeftOut: 'das Komma weggelassen',
  decimalsCutOff: (kept) =>
    kept === 0 ? 'die Nachkommastellen abgeschnitten' : `die Nachkommastellen bis auf ${String(kept)} abgeschnitten`,
  rounded: (decimals) => `auf ${String(decimals)} Nachkommastellen gerundet`,
}

export const balance: typeof en.balance = {
  notRead: (user, why) => `Das Guthaben von ${user} war nicht lesbar: ${why ?? 'Es ist keine Dezimalzahl.'}`,
  notReadExpected: 'Die Guthaben-URL antwortet 200 mit dem Guthaben als Dezimalzahl.',
  anothers: (user, growth, how) =>
    `Das Guthaben von ${user}, einem anderen Nutzer, ist um ${growth} gewachsen: Die ID wurde ${how}.`,
  anothersExpected: (user) => `${user} bekommt die Gutschrift, sonst niemand.`,
  expected: (growths) =>
    `Das Guthaben ${growths.map((growth) => (growth === null ? 'bleibt, wie es ist' : `wächst um ${growth}`)).join(', oder ')}.`,
  unchanged: 'Das Guthaben hat sich nicht geändert.',
  grewBy: (growth) => `Das Guthaben ist um genau ${growth} gewachsen.`,
  notCredited: (user) => `Es hat den Postback angenommen, ${user} aber nichts gutgeschrieben.`,
  grewWrongly: (growth, right, why) => `Das Guthaben ist um ${growth} gewachsen, richtig wäre ${right}: ${why}.`,
  changedWrongly: (growth, right, came) => {
    const what = right === null ? 'obwohl der Postback abgewiesen wurde' : `richtig wäre ${right}`
    return `Das Guthaben hat sich um ${growth} geändert, ${what}${came === null ? '' : `: Aus ${came.of} wurde ${growth}, ${came.why}`}.`
  },
  problem: {
    answered: (code) => `Die Guthaben-URL hat mit ${code} geantwortet.`,
    noNumber: 'In der Antwort ist keine Zahl.',
    noField: (field) => `Die Antwort hat kein Feld „${field}“.`,
    noDecimal: 'Das Guthaben in der Antwort ist keine einfache Dezimalzahl.',
  },
}

export const echo: typeof en.echo = {
  anotherUser: (got, sent, how) => `Die Antwort nennt den Nutzer ${got}, gesendet wurde ${sent}: Die ID wurde ${how}.`,
  anotherUserExpected: 'Die Nutzer-ID, wie sie gesendet wurde, einmal dekodiert, sonst unverändert.',
  amountBecame: (sent, got, why) => `Aus ${sent} wurde ${got}: ${why}.`,
  amountExpected: 'Die Antwort zeigt den gesendeten Betrag bis zur letzten Stelle.',
  creditsTwice: (from, to) =>
    `Es schreibt doppelt gut: Das Guthaben in den Antworten ist mit Wiederholungen einer Zustellung von ${from} auf ${to} gewachsen.`,
  creditsTwiceExpected: 'Die Wiederholung lässt das Guthaben so, wie es die erste Zustellung hinterlassen hat.',
  staysExpected: 'Das Guthaben bleibt, wie es ist.',
  newUserExpected: 'Das Guthaben eines neuen Nutzers ist das Gutgeschriebene, bis zur letzten Stelle.',
}

export const leak: typeof en.leak = {
  shows: {
    database: (excerpt) => `Die Antwort zeigt eine Meldung der Datenbank: „${excerpt}“.`,
    trace: (excerpt) => `Die Antwort zeigt einen Stacktrace: „${excerpt}“.`,
    file: (excerpt) => `Die Antwort zeigt den Inhalt von /etc/passwd: „${excerpt}“.`,
  },
  showsExpected: {
    database:
      'Parameter werden gebunden, nicht in SQL eingefügt, und die Meldungen der Datenbank bleiben im Protokoll.',
    trace: 'Die Einzelheiten eines Fehlers bleiben im Protokoll des Backends.',
    file: 'Ein Wert wird nie als Dateiname verwendet.',
  },
  markup: 'Die Antwort ist HTML und enthält das Markup der Nutzer-ID unmaskiert: Ein Browser würde es ausführen.',
  markupExpected: 'Als &lt;…&gt; maskiertes Markup oder eine Antwort, die kein HTML ist.',
  header:
    'Ein Zeilenumbruch in der Nutzer-ID wurde zu einem im Kopf der Antwort: Die Antwort hat einen Header, den die ID genannt hat.',
  headerExpected: 'Kein empfangener Wert in einem Header, ohne dass die Zeilenumbrüche entfernt sind.',
}

export const questions: typeof en.questions = {
  'credited-once': {
    text: (user, credit) => `Wie oft wurden ${user} ${credit} gutgeschrieben?`,
    once: 'Einmal',
    onceMeans: (credit) => `Sie haben nachgesehen: ${credit} einmal gutgeschrieben.`,
    more: 'Mehrmals',
    moreMeans: (credit) => `Sie haben nachgesehen: ${credit} mehrmals gutgeschrieben.`,
    never: 'Gar nicht',
    neverMeans: (credit) => `Sie haben nachgesehen: ${credit} angenommen, aber nicht gutgeschrieben.`,
  },
  'credited-exactly': {
    text: (user, credit) =>
      `Ist das Guthaben von ${user} in der Datenbank um ${credit} höher als vorher, bis zur letzten Stelle?`,
    yes: 'Bis zur letzten Stelle',
    yesMeans: (credit) => `Sie haben nachgesehen: Das Guthaben ist um genau ${credit} gewachsen.`,
    no: 'Es ist ein anderer Betrag',
    noMeans: (credit) => `Sie haben nachgesehen: Das Guthaben ist nicht um genau ${credit} gewachsen.`,
  },
  'credited-to': {
    text: (user) => `Ist die ID des Nutzers mit der Gutschrift in der Datenbank genau ${user}?`,
    yes: 'Genau diese ID',
    yesMeans: (user) => `Sie haben nachgesehen: Die Gutschrift ging an ${user}, genau diese ID.`,
    no: 'Eine andere ID',
    noMeans: (user) => `Sie haben nachgesehen: Die Gutschrift ging an einen anderen Nutzer als ${user}.`,
  },
  'not-credited': {
    text: (user) => `Ist das Guthaben von ${user} geblieben, wie es war?`,
    yes: 'Es ist geblieben',
    yesMeans: 'Sie haben nachgesehen: Das Guthaben ist geblieben, wie es war.',
    no: 'Es hat sich geändert',
    noMeans: 'Sie haben nachgesehen: Das Guthaben hat sich geändert.',
  },
}
