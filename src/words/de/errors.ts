import type { ErrorsWords } from '../en/errors.ts'
import { counted } from '../numbers.ts'
import { archive, file, transfer } from './errors-files.ts'
import { forward, send, sendFailure } from './errors-sending.ts'
import { localtunnel, network, ngrok, probe, token, tunnel } from './errors-tunnel.ts'

export const errors: ErrorsWords = {
  call: {
    answerNotUnderstood: (procedure) => `Die Antwort auf „${procedure}“ wurde nicht verstanden.`,
    noProcedure: (procedure) => `Es gibt keine Prozedur „${procedure}“.`,
    fault: 'Im Inspector ist ein eigener Fehler aufgetreten; nichts wurde geändert.',
    inputNotUnderstood: 'Die Eingabe wurde nicht verstanden.',
    messageNotUnderstood: 'Die Nachricht wurde nicht verstanden.',
    failed: 'Der Aufruf ist fehlgeschlagen.',
  },
  endpoint: {
    gone: 'Diesen Endpunkt gibt es nicht mehr.',
    doesNotExist: 'Diesen Endpunkt gibt es nicht mehr.',
    most: (most) => `Es kann höchstens ${String(most)} Endpunkte geben: Löschen Sie zuerst einen.`,
    noFormerToken: 'Der Pfad dieses Endpunkts hatte keinen anderen geheimen Abschnitt.',
  },
  expectation: {
    gone: 'Diese Erwartung gibt es nicht mehr.',
    allGone: 'Diese Erwartungen gibt es nicht mehr.',
    endpointGone: 'Diesen Endpunkt gibt es nicht mehr: Wählen Sie einen anderen.',
    most: (most) => `Es warten schon ${String(most)} Erwartungen: Brechen Sie zuerst eine davon ab.`,
    ended: 'Sie ist schon beendet: Es gibt nichts abzubrechen.',
  },
  conformance: {
    cancelledAfter: (done, total) => `Nach ${String(done)} von ${String(total)} Szenarien abgebrochen.`,
    endedUnexpectedly: 'Der Lauf endete unerwartet.',
    notEnded: 'Antworten Sie, wenn die Prüfung beendet ist.',
    gone: 'Diese Prüfung ist nicht mehr aufbewahrt.',
    noQuestion: 'Diese Frage gibt es nicht.',
    underWay: 'Eine Prüfung läuft: Warten Sie darauf oder brechen Sie sie ab.',
  },
  desktop: {
    only: 'Nur die Desktop-App hat Fenster und ein Symbol im Infobereich.',
    onlyOpensFolders: (folder) => `Nur die Desktop-App öffnet Ordner. Dieser ist ${folder}.`,
    folderNotOpened: (folder, why) => `${folder} ließ sich nicht öffnen: ${why}`,
  },
  removal: {
    nothing: 'Es gibt noch nichts zu entfernen.',
    waiting: 'Anfragen werden gleich entfernt: Machen Sie das zuerst rückgängig oder warten Sie auf das Ende.',
    chosen: (count) => counted(count, 'gewählte Anfrage', 'gewählte Anfragen'),
    olderThan: (days) => `Was älter ist als ${counted(days, 'Tag', 'Tage')}`,
    beyond: (requests) =>
      requests === 1
        ? 'Was über die neueste Anfrage hinausgeht'
        : `Was über die neuesten ${counted(requests, 'Anfrage', 'Anfragen')} hinausgeht`,
  },
  receiver: {
    notStarted: 'Der Empfänger wurde nicht gestartet.',
    listening: 'Postbacks werden empfangen.',
    moved: (wanted, port) =>
      `Port ${String(wanted)} ist von einem anderen Programm belegt, der Empfänger ist deshalb auf ${String(port)} ausgewichen.`,
    diskShort: (least) =>
      `Auf dem Datenträger sind weniger als ${least} frei: Anfragen an keinen Endpunktpfad werden nur gezählt.`,
    tooManyStrays: (requests, size) =>
      `Es kommen mehr Anfragen an keinen Endpunktpfad, als aufbewahrt werden (${String(requests)} oder ${size} pro Minute): Die übrigen werden nur gezählt.`,
  },
  store: {
    committing: 'Jede Anfrage wird auf den Datenträger geschrieben, bevor sie beantwortet wird.',
    overload: 'Es kommen mehr Anfragen, als dieser Datenträger speichern kann: Die darüber hinaus werden abgewiesen.',
    noAnswer: 'Der Datenträger antwortet seit mehreren Sekunden nicht: Postbacks werden abgewiesen, bis er antwortet.',
    closed: 'Der Verlauf ist geschlossen.',
    readerStopped: (why) => `Der Leser des Verlaufs ist zweimal stehen geblieben: ${why}`,
  },
  asleep: 'Dieser Computer war im Ruhezustand.',
  archive,
  file,
  forward,
  localtunnel,
  network,
  ngrok,
  probe,
  send,
  sendFailure,
  token,
  transfer,
  tunnel,
}
