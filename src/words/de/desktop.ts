import type { DesktopWords } from '../en/desktop.ts'

export const desktop: DesktopWords = {
  title: 'Desktop',
  description: 'Was die App tut, während Sie etwas anderes ansehen. Sie zeichnet die ganze Zeit auf.',
  asking: 'Das System wird befragt.',
  closeToTray: 'Beim Schließen des Fensters im Infobereich weiterlaufen',
  trayQuit: (why) => `${why} „Beenden“ in dessen Menü oder im Menü „Datei“ beendet den Inspector.`,
  trayNotFollowed: (why) => `Gewählt, aber hier ohne Wirkung: Das Schließen des Fensters beendet die App. ${why}`,
  startAtLogin: 'Bei der Anmeldung starten',
  notChanged: (why) => `Nicht geändert. ${why}`,
  notifications: 'Benachrichtigungen',
  topics: {
    failures: 'Ein Postback ist fehlerhaft',
    expectations: 'Eine Erwartung wurde erfüllt, oder ihre Zeit ist um',
    unreachable: 'Nichts kann eintreffen: Der Tunnel ist verloren, oder der Verlauf ist nicht zu schreiben',
  },
  ownWindow: 'In eigenem Fenster öffnen',
  ownTab: 'In eigenem Tab öffnen',
}
