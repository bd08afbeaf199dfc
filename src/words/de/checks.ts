import type { ChecksWords } from '../en/checks.ts'
import { number } from '../numbers.ts'
import { endpointProblems } from './endpoints-problems.ts'

export const checks: ChecksWords = {
  endpoint: endpointProblems,
  settings: {
    urlLong: 'Eine URL kann höchstens 500 Zeichen haben.',
    urlForm: 'Geben Sie eine URL ein, die mit https:// oder http:// beginnt, ohne „?“.',
    portWhole: 'Ein Port ist eine ganze Zahl.',
    portRange: 'Ein Port ist eine Zahl von 0 bis 65535.',
    domainLong: 'Eine Domain hat höchstens 253 Zeichen.',
    domainForm: 'Geben Sie nur eine Domain ein, in Kleinbuchstaben, zum Beispiel shop.ngrok.app.',
    tunnelName: 'Ein Name hat 4 bis 63 Kleinbuchstaben, Ziffern und „-“ in der Mitte.',
    ownUrlMissing: 'Geben Sie die öffentliche URL Ihres eigenen Tunnels ein.',
  },
  receiver: {
    range: (min, max) => `${min} bis ${max}`,
    give: (range) => `Möglich ist ${range}.`,
  },
  retention: {
    wrongDays: 'Geben Sie ganze Tage von 1 bis 3650 ein oder nichts.',
    wrongRequests: 'Geben Sie eine ganze Zahl von 1000 bis 100000000 ein oder nichts.',
  },
  expectation: {
    noEndpoint: 'Wählen Sie einen Endpunkt.',
    noUserId: 'Geben Sie die Nutzer-ID ein, die Sie erwarten.',
    longUserId: (most) => `Eine Nutzer-ID kann hier höchstens ${String(most)} Zeichen haben.`,
    noAmount: 'Geben Sie den Betrag ein, den Sie erwarten.',
    longAmount: (most) => `Ein Betrag kann hier höchstens ${String(most)} Zeichen haben.`,
    noWait: 'Geben Sie ein, wie lange gewartet wird.',
    shortWait: 'Warten Sie mindestens eine Sekunde.',
    longWait: 'Warten Sie höchstens 24 Stunden.',
  },
  note: {
    tooLong: (most) => `Eine Notiz hat höchstens ${number(most)} Zeichen: Kürzen Sie sie.`,
  },
  url: {
    empty: 'Geben Sie die URL ein, zum Beispiel http://127.0.0.1:3000/hitpoint.',
    hasUser: 'Ein Benutzername oder Passwort in der URL wird nicht gesendet: Lassen Sie es weg.',
    noUrl: 'Das ist keine URL: Sie beginnt mit http:// oder https:// und einem Host.',
    wrongPort: 'Ein Port ist eine Zahl von 1 bis 65535.',
    notAscii: 'Eine URL hat keine Leerzeichen und nur ASCII-Zeichen: Kodieren Sie den Rest mit Prozentzeichen.',
    hasFragment: 'Was hinter „#“ steht, wird nie gesendet: Lassen Sie es weg.',
    tooLong: (most) => `Eine URL kann höchstens ${number(most)} Zeichen haben.`,
  },
}
