import type { StripWords } from '../en/strip.ts'
import { counted, number } from '../numbers.ts'

export const strip: StripWords = {
  label: 'Zustand',
  receiver: 'Empfänger',
  tunnel: 'Tunnel',
  state: (name, words, why) => `${name}: ${words}. ${why}`,
  whySince: (why, time) => `${why}\nSeit ${time}`,
  unknown: (name) => `${name}: unbekannt`,
  unknownLost: (name) => `${name}: unbekannt, die Verbindung zum Inspector ist verloren`,
  lost: 'Unbekannt, die Verbindung zum Inspector ist verloren.',
  publicUrl: 'Öffentliche URL',
  noPublicUrl: 'Keine öffentliche URL.',
  copyPublicUrl: 'Öffentliche URL kopieren',
  noAnswer: 'Der Tunnel hat nicht geantwortet.',
  endpoint: {
    label: 'Endpunkt der Dashboard-URL',
    show: (name) => `Dashboard-URL von „${name}“ in der Zustandsleiste zeigen`,
    search: 'wählen wechseln umschalten',
  },
  dashboardUrl: {
    name: 'Dashboard-URL',
    localName: 'Lokale URL',
    noEndpoint: 'Es gibt keinen Endpunkt.',
    copied: 'Die Dashboard-URL ist kopiert.',
    copiedLocal: (why) => `Die lokale URL ist kopiert: Adjump kann sie nicht erreichen. ${why}`,
    copy: 'Dashboard-URL kopieren',
    copyLocal: 'Nur lokale URL kopieren',
    onlyLocal: (why) => `${why}\nDie lokale URL erreicht nur diesen Computer: Adjump kann sie nicht verwenden.`,
  },
  tunnelMenu: {
    label: 'Tunnel',
    button: 'Tunnelaktionen',
    noneChosen: 'Es ist kein Tunnel gewählt.',
    open: 'Tunnel öffnen',
    retry: 'Jetzt erneut versuchen',
    probe: 'Jetzt prüfen',
    close: 'Tunnel schließen',
    settings: 'Tunneleinstellungen…',
  },
  notice: 'Hinweis',
  notStoring: {
    label: 'Speichern nicht möglich',
    what: 'Postbacks können nicht gespeichert werden, daher erhalten Absender 503.',
    nothingLost: 'Nichts, was gespeichert wurde, ist verloren.',
    since: (time) => `Seit ${time}.`,
  },
  receiverFailed: { label: 'Empfänger ausgefallen', what: 'Nichts kann eintreffen: Der Empfänger lauscht nicht.' },
  connectionLost: {
    label: 'Verbindung verloren',
    what: 'Die Verbindung zum Inspector ist verloren.',
    meanwhile:
      'Sie wird wiederhergestellt. Was angezeigt wird, kann veraltet sein; was inzwischen eintrifft, wird weiterhin aufbewahrt, solange der Inspector läuft.',
    startedAgain: 'Wurde der Inspector neu gestartet, öffnen Sie die Adresse, die er ausgegeben hat.',
  },
  dashboardChange: {
    copy: 'Neue Dashboard-URL kopieren',
    copyShort: 'Neue kopieren',
    changed: 'Ist geändert',
    old: 'Alt',
    new: 'Neu',
  },
  urlChange: {
    label: 'Öffentliche URL geändert',
    what: 'Das Dashboard hat noch die alte URL.',
    meanwhile: 'Adjump sendet dorthin, bis Sie die neue einfügen.',
  },
  pathChange: {
    label: (name) => `Pfad von ${name} geändert`,
    what: (name) => ['Das Dashboard hat noch die alte URL von „', name, '“.'],
    meanwhile: 'Was Adjump dorthin sendet, ist ein unbekannter Pfad, bis Sie die neue einfügen.',
    dismiss: (name) => `Das Dashboard hat den neuen Pfad von ${name}: Leiste ausblenden`,
  },
  reread: {
    label: 'Neu lesen',
    progress: (done, total) => `${number(done)} von ${number(total)} neu gelesen…`,
    bar: 'Neu gelesene gespeicherte Postbacks',
    done: (total, changed) =>
      `${counted(total, 'gespeicherter Postback', 'gespeicherte Postbacks')} neu gelesen: ` +
      `${changed === 0 ? 'keiner' : number(changed)} mit anderem Ergebnis.`,
  },
}
