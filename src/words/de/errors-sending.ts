import type * as en from '../en/errors-sending.ts'

export const sendFailure: typeof en.sendFailure = {
  dns: (host) => `Der Name ${host} ließ sich nicht auflösen: Prüfen Sie die Schreibweise und das Netz.`,
  reset: (place) => `${place} hat die Verbindung geschlossen, bevor die Antwort vollständig war.`,
  unreachable: (place) => `${place} war nicht erreichbar: kein Weg dorthin, oder nichts antwortet.`,
  smallLetters: 'Die Methode wird nur in Großbuchstaben gesendet: GET, POST …',
  longHeaders: (place) => `Die Header in der Antwort von ${place} sind zu lang, um gelesen zu werden (64 KiB).`,
  rawTarget: 'Das Anfrageziel enthält ein rohes Leer- oder Steuerzeichen: Kodieren Sie es mit Prozentzeichen.',
  rawHeader: 'Die Methode oder ein Header enthält ein Zeichen, das HTTP nicht übertragen kann.',
  noHttp: (place) => `Was ${place} geantwortet hat, ist kein HTTP: Ist es ein Server anderer Art?`,
  failed: (place, why) => `Der Austausch mit ${place} ist fehlgeschlagen: ${why}.`,
  refusedByAll: (place, addresses) =>
    `Auf ${place} lauscht nichts, weder auf ${addresses.join(' noch auf ')}: Starten Sie den Server.`,
  refusedByName: (place, address, otherUrl) =>
    `Auf ${place}, hier ${address ?? 'dieser Computer'}, lauscht nichts: Starten Sie den Server. Lauscht er nur auf der anderen Loopback-Adresse, schreiben Sie ${otherUrl}.`,
  refusedByLoopback: (place, other) =>
    `Auf ${place} lauscht nichts: Starten Sie dort den Server oder prüfen Sie den Port. Ein Server, der nur auf ${other} lauscht („localhost“ kann das bedeuten), wird über diese Adresse nicht erreicht.`,
  refused: (place) => `Auf ${place} lauscht nichts: Starten Sie dort den Server oder prüfen Sie den Port.`,
  selfSigned: (place) => `Das Zertifikat von ${place} ist selbst signiert: Auch Adjump würde es zurückweisen.`,
  expired: (place) => `Das Zertifikat von ${place} ist abgelaufen: Erneuern Sie es.`,
  otherName: (place) => `Das Zertifikat von ${place} gilt für einen anderen Namen.`,
  noTls: (place, code) =>
    `${place} spricht kein TLS, wie https es verlangt (${code}): Ist es ein einfacher http-Server?`,
  unverified: (place, code) => `Das Zertifikat von ${place} ließ sich nicht überprüfen (${code}).`,
  noReplyWithin: (ms) => `Keine Antwort innerhalb von ${String(ms)} ms.`,
  noWholeReplyWithin: (ms) => `Keine vollständige Antwort innerhalb von ${String(ms)} ms.`,
  cancelled: 'Es wurde abgebrochen.',
  cancelledByClosing: 'Es wurde abgebrochen: Der Inspector wurde geschlossen.',
  cancelledBefore: 'Es wurde abgebrochen, bevor es gesendet wurde.',
  otherProtocol: 'Der Server wollte zu einem anderen Protokoll wechseln.',
}

export const send: typeof en.send = {
  notConfirmed: (host) =>
    `${host} ist nicht auf diesem Computer oder in dessen Netz. Senden Sie nur an einen eigenen Server oder mit Zustimmung des Eigentümers: Was dort ankommt, kann Nutzern tatsächlich gutgeschrieben werden.`,
  nowhere: (why) => `Es gibt kein Ziel: ${why}`,
  noRequest: (id) => `Im Verlauf gibt es keine Anfrage ${String(id)}.`,
  queryOfItsOwn: 'Die Query ist die der gespeicherten Anfrage: Lassen Sie „?…“ weg.',
  bodyCut: 'Von diesem Body ist nur der Anfang aufbewahrt: Bearbeiten Sie den Body, um einen anderen zu senden.',
  runGone: 'Dieser Lauf ist nicht mehr aufbewahrt: Senden Sie ihn erneut.',
  tooManyRuns: 'Zu viele Läufe sind unterwegs: Warten Sie, bis einer endet, oder brechen Sie einen ab.',
  longTarget: 'Ein Anfrageziel kann höchstens 64 KiB haben.',
  manyHeaders: 'Es kann höchstens 200 Header geben.',
  longHeaders: 'Die Header können höchstens 64 KiB haben.',
  longBody: 'Ein Body kann höchstens 256 KiB haben.',
  test: {
    nothing: {
      tunnel: (why) => `Durch den Tunnel kam nichts zurück: ${why}`,
      loopback: (why) => `Auf dem direkten Weg zum Empfänger kam nichts zurück: ${why}`,
    },
    answered: {
      tunnel: (status, ms) =>
        `Der Test-Postback ging durch den Tunnel und wurde in ${String(ms)} ms mit ${status} beantwortet.`,
      loopback: (status, ms) =>
        `Der Test-Postback ging direkt an den Empfänger und wurde in ${String(ms)} ms mit ${status} beantwortet.`,
    },
    scripted: {
      tunnel: (status, ms) =>
        `Der Test-Postback ging durch den Tunnel und wurde vom Antwortskript in ${String(ms)} ms mit ${status} beantwortet.`,
      loopback: (status, ms) =>
        `Der Test-Postback ging direkt an den Empfänger und wurde vom Antwortskript in ${String(ms)} ms mit ${status} beantwortet.`,
    },
    otherwise: {
      tunnel: (status, expected) =>
        `Der Test-Postback ging durch den Tunnel, aber die Antwort war ${status} statt ${expected}.`,
      loopback: (status, expected) =>
        `Der Test-Postback ging direkt an den Empfänger, aber die Antwort war ${status} statt ${expected}.`,
    },
  },
}

export const forward: typeof en.forward = {
  ownReceiver:
    'Das ist der Empfänger des Inspectors selbst: Ein Postback würde sich im Kreis drehen. Geben Sie die Adresse Ihres Backends ein.',
  ownTunnel:
    'Das ist der Tunnel zu diesem Inspector: Ein Postback würde sich im Kreis drehen. Geben Sie die Adresse Ihres Backends ein.',
  cameBack:
    'Dieser Postback wurde schon einmal von diesem Inspector weitergeleitet und kam zurück: Er würde sich im Kreis drehen. Prüfen Sie, wohin die Adresse Ihres Backends führt.',
  turnedOff: 'Die Weiterleitung wurde vor dem nächsten Versuch ausgeschaltet.',
  tooManySenders:
    'Zu viele Absender warten schon auf die Antwort eines Backends: Dieser Postback wurde nicht weitergeleitet.',
  tooManyWait: 'Zu viele Postbacks warten schon auf dieses Backend: Dieser wurde nicht weitergeleitet.',
  closedBefore: 'Der Inspector wurde geschlossen, bevor weitergeleitet wurde.',
  closedBeforeNext: 'Der Inspector wurde vor dem nächsten Versuch geschlossen.',
  notStored: 'Diese Anfrage ist nicht mehr gespeichert.',
  onlyPostbacks: 'Nur Postbacks eines Endpunkts werden weitergeleitet.',
  noBackend: 'Dieser Endpunkt hat kein Backend: Geben Sie dort unter „Weiterleitung“ seine URL ein.',
}
