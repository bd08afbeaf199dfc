import type { KeysWords } from '../en/keys.ts'
import { counted } from '../numbers.ts'

export const keys: KeysWords = {
  names: {
    escape: 'Esc',
    space: 'Leertaste',
    delete: 'Entf',
    pageup: 'Bild ↑',
    pagedown: 'Bild ↓',
    home: 'Pos1',
    end: 'Ende',
    insert: 'Einfg',
    backspace: 'Rücktaste',
    tab: 'Tab',
  },
  held: { ctrl: 'Strg', alt: 'Alt', shift: 'Umschalt' },
  refusals: {
    length: 'Möglich ist ein Tastendruck, oder zwei nacheinander.',
    sequence: 'Eine Tastenfolge besteht aus zwei Buchstaben, Ziffern oder Zeichen, ohne Strg, Cmd oder Alt.',
    tab: (key) => `${key} führt von einem Bedienelement zum nächsten und darf nicht zur Falle werden.`,
    escape: (key) => `${key} schließt immer das Innerste.`,
    presses: (key) => `${key} betätigt, was den Fokus hat.`,
    system: (key) => `${key} gehört dem System.`,
    moves: (key) => `${key} dient der Bewegung in Listen, Menüs und Texten.`,
    menus: (key) => `${key} öffnet Menüs.`,
    unknown: (key) => `${key} kann keiner Aktion gegeben werden.`,
    closesWindow: (key) => `${key} schließt das Fenster.`,
    altSign: 'Alt mit einem Buchstaben oder Zeichen öffnet je nach System ein Menü oder schreibt ein anderes Zeichen.',
    goMenu: (key) => `${key} gehört dem Menü „Gehe zu“ der Desktop-App.`,
    appMenu: (key) => `${key} gehört dem System oder dem Menü der App.`,
    browsers: (key) => `${key} behalten Browser für sich.`,
  },
  section: {
    title: 'Tasten',
    description: (palette) =>
      `Änderungen gelten sofort und in jedem Fenster. Gespeicherte Ansichten und Endpunkte haben keine eigenen Tasten: Die Befehlspalette findet sie unter ihrem Namen${palette === null ? '' : ` (${palette})`}.`,
    resetAll: 'Alle Tasten zurücksetzen',
    single: 'Tasten, die nur aus Buchstaben, Ziffern und Zeichen bestehen',
    singleHint:
      'Ohne Häkchen wirken nur Tasten mit Strg oder Cmd, Funktionstasten, Entf und Esc sowie die Pfeiltasten in Listen: für alle, die diktieren oder versehentlich Buchstaben drücken.',
    find: 'Aktion oder Taste suchen',
    nothingFound: 'Keine Aktion enthält diese Wörter oder hat diese Taste.',
    actions: (count) => counted(count, 'Aktion', 'Aktionen'),
    actionsChanged: (count, changed) => `${counted(count, 'Aktion', 'Aktionen')}, ${String(changed)} geändert`,
    ofGroup: (group) => `Tasten: ${group}`,
  },
  row: {
    none: 'keine Taste',
    take: (key, title) => `${key} von „${title}“ entfernen`,
    reset: (title) => `Tasten von „${title}“ zurücksetzen`,
    change: (title) => `Taste von „${title}“ ändern`,
    add: (title) => `Taste zu „${title}“ hinzufügen`,
  },
  recorder: {
    label: (title) => `Neue Taste für „${title}“`,
    press: 'Drücken Sie die neue Taste oder zwei Buchstaben nacheinander.',
    pressAnother: 'Drücken Sie eine andere.',
    enterTakes: 'Enter übernimmt sie, Esc verwirft sie.',
    take: 'Diese Taste übernehmen',
    replace: 'Ersetzen',
    keep: 'Unverändert lassen',
    keyOf: (key, title) => `${key} („${title}“)`,
    same: (key, titles) => `${key} ist hier schon vergeben: ${titles.map((title) => `„${title}“`).join(', ')}.`,
    begins: (named, more) =>
      `Nicht mehr zu drücken wäre, was damit beginnt: ${named.join(', ')}${more > 0 ? ` und ${String(more)} weitere` : ''}.`,
    begun: (named, more) =>
      `Sofort ausgeführt würde, womit sie beginnt: ${named.join(', ')}${more > 0 ? ` und ${String(more)} weitere` : ''}.`,
  },
  messages: {
    failed: (why) => `Die Tasten sind unverändert: ${why}`,
    changed: 'Die Tasten wurden geändert.',
    undone: 'Die Tasten sind wieder wie vorher.',
  },
}
