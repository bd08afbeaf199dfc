import type { EndpointProblemWords } from '../en/endpoints-problems.ts'
import { number } from '../numbers.ts'

export const endpointProblems: EndpointProblemWords = {
  nameMissing: 'Geben Sie dem Endpunkt einen Namen.',
  nameLong: 'Ein Name kann höchstens 80 Zeichen haben.',

  paramMissing: 'Geben Sie den Parameternamen ein, den Adjump sendet.',
  paramLong: (longest) => `Ein Parametername kann höchstens ${number(longest)} Zeichen haben.`,
  paramUnseen:
    'Ein Parametername hat keine Leerzeichen an den Enden und keine unsichtbaren Zeichen: Geben Sie ihn neu ein.',
  paramsAlike: 'Die beiden Namen müssen sich unterscheiden: Dieser steht schon für die Nutzer-ID.',

  pathStart: 'Ein Pfad beginnt mit „/“, zum Beispiel /hitpoint.',
  pathLong: (longest) => `Ein Pfad kann höchstens ${number(longest)} Zeichen haben.`,
  pathQuery: 'Ein Pfad hat kein „?“ und kein „#“: Die Parameter werden unten festgelegt.',
  pathCharacters: 'Ein Pfad hat keine Leerzeichen und nur ASCII-Zeichen; alles andere muss prozentkodiert sein.',
  pathReserved: (prefix) => `Pfade unterhalb von ${prefix} gehören dem Inspector selbst.`,
  pathToken: 'Ein Pfad-Token hat 16 bis 64 Buchstaben und Ziffern.',

  statusWhole: 'Der Status ist eine ganze Zahl.',
  statusRange: 'Der Status ist eine Zahl von 200 bis 599.',
  headerName: 'Ein Header-Name hat Buchstaben, Ziffern und „-“, aber keine Leerzeichen.',
  headerReserved: 'Diesen Header setzt der Empfänger selbst.',
  headerValue: 'Ein Header-Wert ist eine Zeile aus einfachen Zeichen.',
  headersMany: 'Eine Antwort kann höchstens 32 Header haben.',
  bodyLong: 'Der Body einer Antwort kann höchstens 64 KiB haben.',
  delayWhole: 'Die Verzögerung ist eine ganze Zahl von Millisekunden.',
  delayNegative: 'Die Verzögerung kann nicht negativ sein.',
  delayLong: (longest) => `Die Verzögerung beträgt höchstens ${number(longest)} ms.`,

  stepsMany: 'Ein Skript kann höchstens 50 Schritte haben.',
  cutWithoutBody: (status) => `Eine Antwort ${String(status)} hat keinen Body, der abgeschnitten werden könnte.`,
  cutEmptyBody: 'Es gibt keinen Body zum Abschneiden: Geben Sie einen ein.',

  urlLong: (longest) => `Eine URL kann höchstens ${number(longest)} Zeichen haben.`,
  urlQuery: 'Die Query ist die des Postbacks: Lassen Sie „?…“ weg.',
  timeoutWhole: 'Das Zeitlimit ist eine ganze Zahl von Millisekunden.',
  timeoutShort: (shortest) => `Das Zeitlimit beträgt mindestens ${number(shortest)} ms.`,
  timeoutLong: (longest) => `Das Zeitlimit beträgt höchstens ${number(longest)} ms.`,
  retriesWhole: 'Die Zahl der Wiederholungen ist eine ganze Zahl.',
  retriesNegative: 'Die Zahl der Wiederholungen kann nicht negativ sein.',
  retriesMany: 'Es kann höchstens 10 Wiederholungen geben.',

  fieldName: 'Ein Feldname hat Kleinbuchstaben, Ziffern und „_“, zum Beispiel transaction_id.',
  fieldReserved: 'Dieses Feld hat eine eigene Zuordnung.',
  fieldTwice: 'Dieses Feld gibt es schon.',
  fieldParamTwice: 'Dieser Name ist schon zugeordnet.',
  fieldsMany: 'Ein Endpunkt kann höchstens 20 Zusatzfelder haben.',

  windowWhole: 'Das Zeitfenster ist eine ganze Zahl von Minuten.',
  windowNegative: 'Das Zeitfenster kann nicht negativ sein.',
  windowLong: (longest) => `Das Zeitfenster beträgt höchstens 30 Tage (${number(longest)} Minuten).`,
}
