import type { DetailWords } from '../en/detail.ts'
import { counted, number, plural } from '../numbers.ts'
import { reply } from './detail-reply.ts'

export const detail: DetailWords = {
  label: 'Details des Postbacks',
  ownWindow: 'Ein Postback in eigenem Fenster',
  postback: 'Postback',
  request: 'Anfrage',
  part: 'Die Ansicht dieses Postbacks',
  reading: 'Die Details werden gelesen',
  notRead: 'Die Details waren nicht zu lesen',
  untouched: (why) => `${why} Der Postback selbst ist unberührt.`,
  pane: {
    width: 'Breite der Details',
    previous: 'Vorheriger der Liste',
    next: 'Nächster der Liste',
    close: 'Details schließen',
  },
  sections: {
    request: 'Anfrage',
    findings: 'Befunde',
    firstBytes: 'Erste Bytes',
    query: 'Query',
    headers: 'Header',
    requestHeaders: 'Header der Anfrage',
    body: 'Body',
    reply: 'Antwort',
    facts: 'Eckdaten',
  },
  rawTarget: 'Anfrageziel, roh',
  copyTarget: 'Anfrageziel kopieren',
  copied: {
    curl: 'cURL-Befehl',
    raw: 'Rohdaten der Anfrage',
    json: 'Postback als JSON',
    har: 'Postback als HAR',
    target: 'Anfrageziel',
    link: 'Link zu diesem Postback',
  },
  copyMenu: {
    label: 'Kopieren als',
    curl: 'cURL',
    raw: 'Rohdaten der Anfrage',
    json: 'JSON',
    har: 'HAR',
    target: 'Anfrageziel',
    link: 'Link zu diesem Postback',
  },
  verdict: {
    pass: 'Beide Werte sind eingetroffen, und nichts an ihnen ist auffällig.',
    probe: (method) =>
      `Jemand hat mit ${method} gefragt, ob dieser Pfad antwortet. Das ist kein Postback: Es überbringt keine Prämie.`,
    noise:
      'Der Pfad gehört keinem Endpunkt, und die Query enthält keinen Namen, den ein Endpunkt zuordnet: ein Browser, ein Roboter oder ein Scanner. Die Anfrage wird behalten, und es ist nichts zu tun.',
    rejected:
      'Diese Bytes sind keine gültige HTTP-Anfrage, daher war nichts daraus zu lesen. Wer das sendet, muss die URL prozentkodieren und HTTP/1.1 sprechen; die ersten Bytes stehen weiter unten.',
  },
  fields: {
    from: (param) => ['aus ', param],
    absent: 'fehlt',
    empty: 'leer',
    notNamed: (param) => ['Kein Parameter heißt ', param, '.'],
    nearMiss: (param, received) => ['Kein Parameter heißt ', param, ', aber ', received, ' ist eingetroffen.'],
    copy: (field) => `${field} kopieren`,
    raw: (value) => ['roh ', value],
    exact: (value) => ['exakter Wert ', value],
    noExact: 'Kein exakter Wert: Der Text ist keine einfache Zahl.',
  },
  findings: {
    showEvidence: 'Belegstelle in der Anfrage zeigen',
    takeName: (param) => ['„', param, '“ als Namen verwenden'],
    takePath: (path) => ['„', path, '“ als Pfad verwenden'],
    takePathOf: (path, endpoint) => ['„', path, '“ als Pfad von ', endpoint, ' verwenden'],
    copyDashboardUrl: 'Dashboard-URL kopieren',
    showEarlier: (id) => `Den früheren anzeigen, Nummer ${String(id)}`,
    saving: 'Wird gespeichert…',
    reread: (count) => `und ${counted(count, 'gespeicherte Anfrage', 'gespeicherte Anfragen')} neu lesen`,
    notChanged: (why) => `Nicht geändert: ${why}`,
  },
  query: {
    label: 'Parameter der Query',
    name: 'Name',
    value: 'Wert',
    readAs: 'Gelesen als',
    noEquals: 'ohne „=“',
    empty: 'leer',
    nthOf: (nth, of) => `${number(nth)} von ${number(of)}`,
  },
  body: {
    as: (part) => `${part} anzeigen als`,
    text: 'Text',
    hex: 'Hex',
    incomplete: 'der Absender hörte vor dem Ende auf',
    size: (length, kept, shown, asLatin1) =>
      [
        counted(length, 'Byte', 'Byte'),
        ...(kept === null ? [] : [`die ersten ${number(kept)} wurden behalten`]),
        ...(shown === null ? [] : [`die ersten ${number(shown)} sind zu sehen`]),
        ...(asLatin1 ? ['kein UTF-8: dargestellt als Latin-1'] : []),
      ].join(', '),
  },
  showAll: (characters) => `Alles anzeigen (${number(characters)} Zeichen)`,
  reply,
  facts: {
    number: 'Nummer',
    endpoint: 'Endpunkt',
    from: 'Von',
    withPort: (address, port) => `${address}, Port ${String(port)}`,
    repliedAfter: 'Beantwortet nach',
    arrived: 'Eingetroffen',
    copyTime: 'Zeitpunkt als ISO 8601 kopieren',
  },
  find: {
    label: 'In den Details suchen',
    none: 'nicht gefunden',
    place: (place, of) => `${number(place)} von ${number(of)}`,
    previous: 'Vorheriger Treffer',
    next: 'Nächster Treffer',
    close: 'Suche schließen',
    cut: (texts) =>
      plural(texts, {
        one: `${number(texts)} Text ist zu lang, um ganz dargestellt zu werden: Durchsucht wird nur, was davon zu sehen ist.`,
        other: `${number(texts)} Texte sind zu lang, um ganz dargestellt zu werden: Durchsucht wird nur, was davon zu sehen ist.`,
      }),
  },
  missing: {
    title: (id) => `Es gibt keinen Postback ${String(id)}`,
    why: 'Im Verlauf steht keiner mit dieser Nummer: Er wird nicht mehr aufbewahrt, oder der Link stammt aus einer anderen Installation.',
    removedTitle: (id) => `Postback ${String(id)} wird nicht mehr aufbewahrt`,
    removed: (byRule, at) => `Er wurde ${removedFrom(byRule, at)}`,
    removedAmong: (count, firstId, lastId, byRule, at) =>
      `${counted(count, 'Anfrage', 'Anfragen')} von ${String(firstId)} bis ${String(lastId)} wurden ${removedFrom(byRule, at)}`,
  },
}

const removedFrom = (byRule: boolean, at: string): string =>
  `${byRule ? 'nach der Aufbewahrungsregel' : 'von Hand'} aus dem Verlauf entfernt, ${at}. Was darauf verweist, bleibt, wie es gesagt wurde.`
