import type { UiWords } from '../en/ui.ts'
import { number } from '../numbers.ts'
import { comparison } from './ui-comparison.ts'
import { crash } from './ui-crash.ts'
import { saving } from './ui-saving.ts'
import { sending } from './ui-sending.ts'

export const ui: UiWords = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  remove: 'Entfernen',
  save: 'Speichern',
  undo: 'Rückgängig',
  tryAgain: 'Erneut versuchen',
  dismiss: 'Ausblenden',
  copiedWhat: (what) => (what === 'Kopieren' ? 'Kopiert' : `${what.replace(/ kopieren$/i, '')} kopiert`),
  copyRefused: 'Das Kopieren ist hier nicht erlaubt. Bitte den Text markieren und von Hand kopieren.',
  notices: { info: 'Hinweis', warning: 'Warnung', error: 'Fehler' },
  announcements: 'Ansagen',
  andMore: (batch, left) => `${batch}. Und ${number(left)} weitere.`,
  escaped: 'So nicht sichtbar; als Escape-Folge dargestellt',
  otherHasMore: 'Hier steht auf der anderen Seite mehr',
  showQr: {
    'public-url': 'Öffentliche URL als QR-Code zeigen',
    'dashboard-url': 'Dashboard-URL als QR-Code zeigen',
  },
  reorder: {
    moved: (name, place, of) => `${name} ist Nummer ${number(place)} von ${number(of)}`,
    move: (name) => `${name} verschieben`,
    how: 'Ziehen, oder ↑ und ↓ drücken',
    keys: 'Die Pfeiltasten verschieben nach oben und unten.',
  },
  host: {
    noAnswer: 'Der Inspector hat nicht geantwortet; ob etwas geändert wurde, ist nicht bekannt.',
    notUnderstood: (procedure) => `Die Antwort auf „${procedure}“ war nicht zu verstehen.`,
    lostMeanwhile:
      'Die Verbindung zum Inspector ist verloren. Ob etwas geändert wurde, ist nicht bekannt. Sie wird von selbst wiederhergestellt.',
    lostBefore:
      'Die Verbindung zum Inspector ist verloren. Es wurde nichts geändert. Sie wird von selbst wiederhergestellt.',
    notRead: 'Der Inspector war nicht zu lesen.',
    wentWrong: 'Etwas ist schiefgegangen; es wurde nichts geändert.',
  },
  arming: {
    minutesWrong: 'Geben Sie Minuten als Zahl ein, zum Beispiel 10 oder 0.5.',
    whitespace: 'Am Anfang oder Ende steht Leerraum, der ebenfalls eintreffen muss.',
    noNumber: 'Das ist keine einfache Zahl; sie wird als Text verglichen.',
  },
  scriptPresets: {
    errors: '500, 500, dann 200',
    silence: 'Gar keine Antwort, dann 200',
    reset: 'Verbindung zurückgesetzt, dann 200',
    slow: 'Langsam: 200 nach 5 s, dann sofort 200',
    wrongBody: 'Falscher Body: 200 mit einer Fehlerseite',
    cut: 'Mitten im Body abgeschnitten, dann 200',
  },
  comparison,
  crash,
  saving,
  sending,
}
