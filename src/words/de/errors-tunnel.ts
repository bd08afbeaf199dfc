import type * as en from '../en/errors-tunnel.ts'

const TOKEN_PAGE = 'dashboard.ngrok.com/get-started/your-authtoken'
const OLD_CLIENT = 'ngrok bedient diese Version des Clients nicht mehr: Aktualisieren Sie den Inspector.'

const server = (host: string): string => `Der Tunnelserver ${host}`
const saying = (said: string | null): string => (said === null ? '.' : `: ${said}`)

export const tunnel: typeof en.tunnel = {
  off: 'Der Tunnel ist aus.',
  offForReceiver: 'Der Tunnel ist aus, weil der Empfänger nicht lauscht.',
  closed: 'Der Inspector wurde geschlossen.',
  opening: 'Der Tunnel wird geöffnet.',
  wasOpening: 'Der Tunnel wurde gerade geöffnet.',
  replacing: 'Ein neuer Tunnel wird geöffnet.',
  notAgain:
    'Erneut versucht wird es erst, wenn sich das Token oder die Tunneleinstellungen ändern oder Sie es selbst anstoßen.',
  verifying: 'Der Tunnel steht; von außen wird geprüft, ob er zu diesem Inspector führt.',
  otherName: (url) =>
    `Der gewünschte Name war vergeben, und der Tunnelserver hat einen anderen zugeteilt: Die URL ist jetzt ${url}.`,
  notWithin: (seconds) => `Der Tunnel hat sich nicht innerhalb von ${String(seconds)} s geöffnet.`,
  tooLate: 'Der Tunnel hat sich zu spät geöffnet.',
  givenUp: 'Das Öffnen wurde aufgegeben.',
  noUrl: (text) => `„${text}“ ist keine öffentliche URL: Sie beginnt mit https:// oder http:// und nennt einen Host.`,
  urlWithUser: 'Eine öffentliche URL kann weder Benutzernamen noch Passwort enthalten: Adjump würde sie nicht senden.',
  urlWithQuery: (text) =>
    `„${text}“ enthält ein „?“ oder ein „#“: Geben Sie nur die Adresse an, die Parameter folgen von selbst.`,
}

export const localtunnel: typeof en.localtunnel = {
  lastClosed: (place) => `Der Tunnelserver hat seine letzte Verbindung zu diesem Computer geschlossen (${place}).`,
  lost: (why) => `Die Verbindung zum Tunnelserver ist verloren: ${why}`,
  closesAll: (place) => `Der Tunnelserver schließt jede Verbindung sofort (${place}).`,
  blocked: (place) => `Der Port des Tunnelservers ist nicht erreichbar (${place}): Womöglich ist eine Firewall im Weg.`,
  late: (host) => `${server(host)} hat nicht rechtzeitig geantwortet.`,
  unreachable: (why) => `Tunnelserver: ${why}`,
  redirects: (host) => `${server(host)} schickt jede Anfrage woandershin (zu viele Umleitungen).`,
  busy: (host, said) => `${server(host)} hat zu viele Anfragen (429)${saying(said)}`,
  page: (host, status) =>
    `${server(host)} hat ${status} mit einer Webseite geantwortet: Er ist kein localtunnel-Server oder ein geschlossener.`,
  refused: (host, name, status, said) =>
    `${server(host)} hat ${name === null ? 'einen Tunnel' : `den Namen „${name}“`} verweigert (${status})${saying(said)}`,
  answered: (host, status, said) =>
    `${server(host)} hat mit ${status} geantwortet, statt einen Tunnel zu öffnen${saying(said)}`,
  noTunnel: (host) => `${server(host)} hat etwas geantwortet, das kein Tunnel ist: Ist es ein localtunnel-Server?`,
}

export const network: typeof en.network = {
  offline: (host, code) => `${host} ist nicht erreichbar (${code}): Dieser Computer hat offenbar kein Netz.`,
  refused: (host) => `${host} hat die Verbindung abgelehnt.`,
  noName: (host) => `Der Name ${host} ist nicht zu finden (DNS).`,
  noDns: (host) => `Der Name ${host} lässt sich nicht nachschlagen: Der DNS-Server versagt.`,
  tls: (host, code) => `Die sichere Verbindung zu ${host} ist fehlgeschlagen (TLS: ${code}).`,
  broke: (host) => `Die Verbindung zu ${host} ist abgebrochen, bevor eine Antwort kam.`,
  failed: (host, why) => `Der Austausch mit ${host} ist fehlgeschlagen (${why}).`,
  late: (host, seconds) =>
    `${host} hat nicht ${seconds === null ? 'rechtzeitig' : `innerhalb von ${String(seconds)} s`} geantwortet (Zeitüberschreitung).`,
  noUrl: (url) => `„${url}“ ist keine http- oder https-URL.`,
  givenUp: (host) => `Die Anfrage an ${host} wurde aufgegeben.`,
}

export const probe: typeof en.probe = {
  echo: (host) => `${host} erreicht diesen Inspector.`,
  nobody: (host) => `${host} antwortet 404: Niemand hält diesen Namen mehr.`,
  disconnected: (host) => `${host} antwortet 503: Der Tunnel hat keine Verbindung mehr zu diesem Computer.`,
  busy: (host) => `${host} antwortet 429: zu viele Anfragen; der Tunnel ist ausgelastet, nicht weg.`,
  noAnswer: (host, status) => `${host} antwortet ${status}: Der Tunnel bekam keine Antwort von diesem Computer.`,
  password: (host) => `${host} antwortet 401: Es verlangt ein Passwort, bevor etwas durchkommt.`,
  logIn: (host) => `${host} antwortet 511: Davor steht eine Anmelde- oder Hinweisseite.`,
  redirects: (host, to, status) =>
    `${host} leitet ${to === null ? 'woandershin' : `zu ${to}`} um (${status}), und ein Absender von Postbacks folgt womöglich nicht.`,
  page: (host, status, title) =>
    `${host} antwortet ${status} mit einer Webseite${title === null ? '' : ` („${title}“)`} statt mit dem Echo des Inspectors.`,
  stranger: (host) => `${host} antwortet jetzt für jemand anderen: Der Name gehört uns nicht mehr.`,
  noEcho: (host, status) => `${host} antwortet ${status} statt mit dem Echo des Inspectors.`,
  serversGetThrough: 'Server kommen zu diesem Inspector durch.',
}

export const ngrok: typeof en.ngrok = {
  known: {
    ERR_NGROK_102: 'Die letzte Zahlung für dieses ngrok-Konto ist fehlgeschlagen, es ist deshalb gesperrt.',
    ERR_NGROK_103: 'Dieses Konto ist von ngrok gesperrt.',
    ERR_NGROK_105: `Das ist kein ngrok-Authtoken. Kopieren Sie es von ${TOKEN_PAGE}; ein API-Schlüssel ist etwas anderes.`,
    ERR_NGROK_106: `Dieses Token ist von einer alten Art. Kopieren Sie das aktuelle von ${TOKEN_PAGE}.`,
    ERR_NGROK_107: `ngrok nimmt dieses Token nicht an: Es wurde zurückgesetzt oder widerrufen. Kopieren Sie das aktuelle von ${TOKEN_PAGE}.`,
    ERR_NGROK_108:
      'Die Höchstzahl gleichzeitiger ngrok-Agenten des Kontos ist erreicht: Beenden Sie einen anderen (dashboard.ngrok.com/agents).',
    ERR_NGROK_115: 'Die IP-Beschränkungen des Kontos lassen diesen Computer nicht zu.',
    ERR_NGROK_116: 'Die IP-Beschränkungen des Tokens lassen diesen Computer nicht zu.',
    ERR_NGROK_120: OLD_CLIENT,
    ERR_NGROK_121: OLD_CLIENT,
    ERR_NGROK_123: 'Die E-Mail-Adresse des Kontos muss zuerst bei ngrok bestätigt werden.',
    ERR_NGROK_319:
      'Die gewünschte Domain ist nicht für dieses Konto reserviert: Reservieren Sie sie unter dashboard.ngrok.com/domains.',
    ERR_NGROK_320:
      'Die gewünschte Domain ist für ein anderes Konto reserviert: Nehmen Sie eine andere oder das Token jenes Kontos.',
    ERR_NGROK_334:
      'Die gewünschte Domain ist bereits online: Ein anderer ngrok-Agent hat sie, oder ngrok hat noch nicht bemerkt, dass unserer weg ist.',
    ERR_NGROK_4018: `ngrok verlangt ein bestätigtes Konto und dessen Token. Kopieren Sie es von ${TOKEN_PAGE}.`,
  },
  withCode: (says, code) => `${says} Das ist ${code} von ngrok.`,
  answered: (excerpt, code) => `Die Antwort von ngrok: „${excerpt}“${code === null ? '' : ` (${code})`}.`,
  noPart: (platform, arch) =>
    `Das Paket @ngrok/ngrok hat hier keinen Teil für ${platform} ${arch}. Wählen Sie einen anderen Anbieter.`,
  noToken: 'Es gibt kein ngrok-Token.',
  late: 'Der Dienst von ngrok hat nicht rechtzeitig geantwortet.',
  lost: (said) => `Die Verbindung zu ngrok ist verloren. ${said}`,
  ended: 'ngrok hat den Tunnel beendet.',
  stopped: (said) => `ngrok leitet keine Anfragen mehr weiter. ${said}`,
  noUrl: 'ngrok hat einen Tunnel ohne URL geöffnet.',
}

export const token: typeof en.token = {
  noKeeper: (variable) =>
    `Hinter dieser Oberfläche gibt es keinen Geheimnisspeicher des Systems, von hier lässt sich also kein Token speichern. Starten Sie den Inspector mit der Umgebungsvariablen ${variable} oder verwenden Sie die Desktop-App.`,
  none: (variable) =>
    `Es gibt kein ngrok-Token. Speichern Sie eines in der Ansicht „Tunnel“ oder starten Sie mit der Umgebungsvariablen ${variable}.`,
  missing: 'Fügen Sie zuerst das Token ein.',
  tooLong: 'Das ist zu lang für ein ngrok-Token: Kopieren Sie die Zeile unter „Your Authtoken“.',
  wrongCharacters: 'Ein Token hat keine Leerzeichen und keine Sonderzeichen: Kopieren Sie es noch einmal.',
}
