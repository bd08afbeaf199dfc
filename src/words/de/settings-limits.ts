import type { limits as English } from '../en/settings-limits.ts'

export const limits: typeof English = {
  headBytes: {
    title: 'Anfragezeile und Header',
    beyond: 'Ohne Zeilenenden und Trennzeichen gezählt. Darüber: 431, als abgewiesen aufbewahrt.',
  },
  headerCount: {
    title: 'Header einer Anfrage',
    beyond: 'Darüber: 431; die Anfrage wird wie jede andere aufbewahrt.',
  },
  bodyKept: { title: 'Vom Body aufbewahrt', beyond: 'Was länger ist, wird gezählt und verworfen.' },
  bodyAccepted: {
    title: 'Längster Body',
    beyond: 'Darüber: 413; aufbewahrt mit dem, was bis dahin gezählt war.',
  },
  bodiesKeptTogether: {
    title: 'Alle Bodys, die gerade eintreffen',
    beyond: 'Was von ihnen zusammen aufbewahrt wird. Darüber: Ein Body wird kürzer aufbewahrt.',
  },
  rejectedBytes: {
    title: 'Von Nicht-HTTP aufbewahrt',
    beyond: 'Die ersten Bytes von dem, was nicht als Anfrage lesbar war.',
  },
  headTimeout: {
    title: 'Zeit für den Kopf',
    beyond: 'Vom ersten bis zum letzten Byte. Darüber: 408, als abgewiesen aufbewahrt.',
  },
  requestTimeout: {
    title: 'Zeit für die ganze Anfrage',
    beyond: 'Vom ersten bis zum letzten Byte. Darüber: 408, aufbewahrt mit dem, was eingetroffen war.',
  },
  keepAliveTimeout: {
    title: 'Ruhe zwischen zwei Anfragen',
    beyond: 'Darüber: Die Verbindung wird wortlos geschlossen.',
  },
  replyTimeout: {
    title: 'Zeit zum Lesen einer Antwort',
    beyond: 'Darüber: Der Absender wird getrennt und gilt als gegangen.',
  },
  silence: {
    title: 'Zeit absichtlich ohne Antwort',
    beyond: 'Darüber: Die Verbindung wird wortlos geschlossen.',
  },
  connections: {
    title: 'Offene Verbindungen',
    beyond:
      'Darüber: Verbindungen mit langsamem Kopf oder ohne Anfrage machen Platz, die ältesten zuerst; wo keine kann, 503.',
  },
  connectionsPerAddress: {
    title: 'Davon von einer Adresse',
    beyond: 'Durch einen Tunnel haben alle dieselbe: Nur senken, wenn Sie keinen verwenden.',
  },
  unanswered: {
    title: 'Unbeantwortet auf einer Verbindung',
    beyond: 'Darüber: Dort wird nichts mehr gelesen, bis Antworten gesendet sind.',
  },
  strayRequests: {
    title: 'Fremde Anfragen, pro Minute aufbewahrt',
    beyond:
      'Rauschen und Nicht-HTTP; Postbacks werden immer aufbewahrt. Darüber: 429; ihre Anzahl wird festgehalten, in einem Eintrag pro Minute.',
  },
  strayBytes: { title: 'Von ihnen pro Minute aufbewahrt', beyond: 'Darüber: 429; gezählt wie oben.' },
  spareDisk: {
    title: 'Freier Speicherplatz nur für Postbacks',
    beyond: 'Ist weniger frei, werden fremde Anfragen nur gezählt. 0 schaltet das aus.',
  },
}
