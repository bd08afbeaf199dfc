import type { HostWords } from '../en/host.ts'
import { counted, number } from '../numbers.ts'
import { menu } from './host-menu.ts'

const INSTEAD = 'oder starten Sie den Inspector mit der Umgebungsvariablen NGROK_AUTHTOKEN.'

const HIDDEN_THEN = 'Er startet dann ohne Fenster, im Infobereich oder in der Menüleiste.'

const UNKNOWN = 'unbekannter Fehler'

export const host: HostWords = {
  menu,
  tray: {
    open: 'Inspector öffnen',
    copyUrl: 'Dashboard-URL kopieren',
    openTunnel: 'Tunnel öffnen',
    closeTunnel: 'Tunnel schließen',
    quit: 'Beenden',
    unseen: (failures) => `${counted(failures, 'Fehler', 'Fehler')} noch nicht angesehen`,
    receiver: {
      refusing: 'Nichts wird gespeichert: Absender bekommen 503',
      listening: (port) => `Aufzeichnung auf Port ${port}`.trim(),
      failed: 'Der Empfänger lauscht nicht',
      stopped: 'Der Empfänger ist angehalten',
    },
    tunnel: {
      open: (url) => `Tunnel offen: ${url}`,
      opening: 'Tunnel wird geöffnet',
      off: 'Kein Tunnel: nur von diesem Computer erreichbar',
      degraded: 'Tunnel gestört: Proben von außen schlagen fehl',
      reopening: 'Tunnel gestört: er wird wieder geöffnet',
      failed: 'Tunnel gestört: er ließ sich nicht öffnen',
    },
    inMenuBar: 'Das Symbol ist in der Menüleiste.',
    inTray: 'Das Symbol ist im Infobereich.',
    none: 'Dieser Desktop zeigt keine Symbole von Programmen (er hat keinen StatusNotifier-Host), ein verborgenes Fenster wäre also nicht wiederzufinden.',
  },
  badge: (failures) => `${counted(failures, 'Fehler', 'Fehler')} noch nicht angesehen`,
  notifications: {
    rule: 'Nur solange kein Fenster des Inspectors den Fokus hat. Jede Sache wird sofort gemeldet, danach höchstens einmal pro Minute.',
    none: 'Dieser Desktop zeigt keine Benachrichtigungen von Programmen.',
  },
  news: {
    failed: 'Ein Postback ist fehlerhaft',
    failedWhy: (id, wrong) => `Postback ${String(id)}.${wrong === null ? '' : ` ${wrong}`}`,
    moreFailures: (count) => `${number(count)} weitere Fehler`,
    severalFailed: 'Mehrere Postbacks sind fehlerhaft. Der neueste davon lässt sich von hier öffnen.',
    expectation: {
      met: 'Erwartung: erfüllt',
      mismatched: 'Erwartung: abweichend',
      'not-listening': 'Erwartung: nicht empfangsbereit',
      expired: 'Erwartung: abgelaufen',
    },
    moreExpectations: (count) => counted(count, 'weitere Erwartung ist beendet', 'weitere Erwartungen sind beendet'),
    severalEnded: '„Prüfen“ zeigt, was aus jeder geworden ist.',
    tunnelLost: 'Der Tunnel ist ausgefallen',
    tunnelLostWhat:
      'Jetzt gesendete Postbacks treffen nicht ein. Er wird von selbst wieder geöffnet; „Tunnel“ zeigt, wie weit das ist.',
    storeLost: 'Postbacks können nicht gespeichert werden',
    storeLostWhat:
      'Absender bekommen 503, bis der Verlauf wieder geschrieben werden kann. Bereits Gespeichertes geht nicht verloren.',
    receiverLost: 'Der Empfänger lauscht nicht',
    receiverLostWhat: 'Es kann nichts eintreffen. Den Grund nennen die Einstellungen.',
  },
  link: 'Ein geöffneter Link führt in diesem Inspector nirgendwohin: Ihm wurde nicht gefolgt, und nichts wurde geändert.',
  dialogs: {
    cannotStart: 'Adjump Inspector kann nicht starten',
    export: 'Exportieren',
    import: 'Archiv oder HAR importieren',
    archive: 'Archiv des Adjump Inspectors',
    archivesAndHars: 'Archive und HAR-Dateien',
    allFiles: 'Alle Dateien',
  },
  screenGuard: {
    ended: (times) => `Die Oberfläche ist innerhalb einer Minute ${String(times)}-mal abgestürzt.`,
    goesOn: (receiverUrl) =>
      `${receiverUrl === null ? 'Bereits Gespeichertes geht nicht verloren.' : `Postbacks werden weiterhin unter ${receiverUrl} empfangen und gespeichert.`} „Ansicht, Neu laden“ lädt die Oberfläche jederzeit.`,
    again: 'Oberfläche neu laden',
    leave: 'Vorerst so lassen',
  },
  loginItem: {
    hiddenThen: HIDDEN_THEN,
    notInstalled: 'Nur die installierte App kann bei der Anmeldung gestartet werden, nicht ihr Quelltext.',
    macAsks: 'macOS wartet auf Ihre Zustimmung: Systemeinstellungen, Allgemein, Anmeldeobjekte.',
    offInWindows: 'In den Windows-Einstellungen unter „Apps, Autostart“ ist es ausgeschaltet.',
    noted: (file) => `${HIDDEN_THEN} Vermerkt ist das in ${file}.`,
    another: (file) =>
      `Bei der Anmeldung startet eine andere Kopie oder eine mit anderen Optionen: So steht es in ${file}.`,
    off: (file) => `In ${file} ist es ausgeschaltet.`,
    lineBreak: 'Der Pfad der App enthält einen Zeilenumbruch, den keine Autostart-Datei aufnehmen kann.',
    unchanged: (file, code) => `${file} ließ sich nicht ändern (${code ?? UNKNOWN}).`,
  },
  secrets: {
    noKeyring: `Dieses System hat keinen Schlüsselbund, das Token ließe sich also nur so gut wie lesbar speichern („basic_text“): Es wurde nichts geschrieben. Installieren und entsperren Sie GNOME Keyring oder KWallet und starten Sie den Inspector neu, ${INSTEAD}`,
    noEncryption: `Der Geheimnisspeicher des Systems ist nicht verfügbar, es wurde also nichts geschrieben. Entsperren Sie ihn und versuchen Sie es erneut, ${INSTEAD}`,
    unreadable: `Das gespeicherte Token lässt sich nicht entschlüsseln: Es stammt von einem anderen Nutzer oder Computer, oder der Schlüsselbund ist gesperrt. Speichern Sie es erneut, ${INSTEAD}`,
    notRead: (code, file) => `Das gespeicherte Token ist nicht lesbar (${code ?? UNKNOWN}): ${file}.`,
    notStored: (code, file) =>
      `Das Token ließ sich nicht speichern (${code ?? UNKNOWN}): ${file}. Das vorher Gespeicherte ist unverändert.`,
    notRemoved: (code, file) => `Das gespeicherte Token ließ sich nicht entfernen (${code ?? UNKNOWN}): ${file}.`,
  },
  tooManyWindows: (most) => `Es sind ${String(most)} Postback-Fenster offen: Schließen Sie zuerst eines davon.`,
  notOwnWindow: 'Nur das eigene Fenster des Inspectors darf aufrufen.',
}
