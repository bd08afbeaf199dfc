import type { CharacterPages } from '../../en/help/pages-characters.ts'

/** What a value is made of, where the eye or a strict reader stumbles. */
export const characterPages: CharacterPages = {
  'edge-whitespace': {
    title: 'Der Wert beginnt oder endet mit Leerraum',
    what: 'Am Anfang oder Ende des Werts steht ein Leerzeichen, ein geschütztes Leerzeichen oder ein Zeilenumbruch. Der Inspector schneidet nichts ab und zeigt es als Escape-Sequenz wie `\\x20`.',
    why: 'Er wurde beim Einfügen der ID oder der URL mitkopiert, oder ein Feld in der App wurde nicht bereinigt.',
    matters:
      '`u_1001 ` ist nicht `u_1001`, also wird der Nutzer nicht gefunden. Ein Betrag behält hier seinen Wert, doch ein strenger Parser lehnt ihn ab.',
    dashboard: ['Suchen Sie hinter dem Makro und am Ende der URL nach einem Leerzeichen und entfernen Sie es.'],
    backend: ['Bereinigen Sie die Nutzer-ID dort, wo sie entsteht, und nicht dort, wo sie verglichen wird.'],
    note: '`%20` ist ein kodiertes Leerzeichen und steht am Ende der ID.',
  },
  'control-character': {
    title: 'Der Wert enthält ein Steuerzeichen',
    what: 'Im Wert steht ein Zeichen, das gar kein Schriftzeichen ist, etwa ein Tabulator, ein Zeilenumbruch oder ein Nullbyte.',
    why: 'Die URL wurde über zwei Zeilen eingefügt, oder die Nutzer-ID wurde samt Zeilenende aus einer Datei oder einem Terminal gelesen.',
    matters:
      'Die ID ist keiner anderen gleich, obwohl sie genauso aussieht. Logs und Terminals kann das Zeichen durcheinanderbringen.',
    dashboard: ['Fügen Sie die URL als eine Zeile reinen Texts ein.'],
    backend: [
      'Lehnen Sie eine Nutzer-ID mit Steuerzeichen ab, und sehen Sie nach, woher Ihre kommt.',
      'Maskieren Sie solche Zeichen, bevor sie in ein Log gelangen.',
    ],
    note: '`%0A` ist ein kodierter Zeilenumbruch.',
  },
  'invisible-character': {
    title: 'Der Wert enthält ein unsichtbares Zeichen',
    what: 'Irgendwo im Wert steht ein Leerzeichen der Breite null, eine Byte-Order-Mark, ein weiches Trennzeichen oder Ähnliches. Der Inspector zeigt es als Escape-Sequenz wie `\\u200b`. Ein Verbindungszeichen zwischen zwei Buchstaben einer Schrift, die es braucht, oder zwischen den Teilen eines Emojis ist kein solcher Befund.',
    why: 'Webseiten, Chats und Textverarbeitungen setzen solche Zeichen in Texte, und beim Kopieren kommen sie mit.',
    matters: 'Die ID sieht richtig aus und ist keiner anderen gleich. Mit bloßem Auge findet man das nie.',
    dashboard: [
      'Entfernen Sie die URL und kopieren Sie sie neu aus dem Inspector, oder tippen Sie die Stelle von Hand.',
    ],
    backend: ['Lehnen Sie solche Zeichen dort ab, wo eine Nutzer-ID entsteht, damit nie eine ID sie hat.'],
    note: '`%E2%80%8B` ist ein Leerzeichen der Breite null.',
  },
  'inner-whitespace': {
    title: 'Der Wert enthält im Inneren Leerraum',
    what: 'Zwischen anderen Zeichen des Werts steht ein Leerzeichen. Daran ist für sich genommen nichts falsch.',
    why: 'Als Nutzer-IDs dienen Namen von Personen, oder zwei IDs wurden mit einem Leerzeichen zusammengesetzt.',
    matters: 'Das geht gut, solange alle auf dem Weg es kodieren und niemand dort trennt oder abschneidet.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: ['Verwenden Sie IDs ohne Leerzeichen, wo Sie die Wahl haben.'],
    note: '`%20` zwischen den beiden Wörtern ist ein kodiertes Leerzeichen.',
  },
  'non-ascii': {
    title: 'Der Wert enthält Zeichen jenseits von ASCII',
    what: 'Im Wert stehen Buchstaben mit Akzenten, andere Schriften oder Emojis. Er traf als korrektes UTF-8 ein.',
    why: 'Als Nutzer-IDs dienen Namen, die Nutzer selbst gewählt haben.',
    matters:
      'Das geht gut, doch weiter hinten kann jemand darüber stolpern: eine Spalte mit dem falschen Zeichensatz, oder zwei IDs, die gleich aussehen und aus verschiedenen Zeichen bestehen.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: [
      'Achten Sie darauf, dass Ihre Datenbank und Ihre Logs die Zeichen behalten, und vergleichen Sie IDs in einer Normalform (NFC).',
      'Sicherer ist eine ID, die ein Programm erzeugt hat.',
    ],
    note: '`%C3%A9` ist ein `é` in UTF-8.',
  },
}
