import type { EncodingPages } from '../../en/help/pages-encoding.ts'

/** How a value was encoded on its way. */
export const encodingPages: EncodingPages = {
  'double-encoded': {
    title: 'Der Wert wurde zweimal prozentkodiert',
    what: 'Einmal dekodiert, wie es jeder Server tut, enthält der Wert noch immer eine Escape-Sequenz wie `%40`: Auf der Leitung stand sie als `%2540`.',
    why: 'Zwei Schritte haben denselben Text kodiert, meist Ihre App, wenn sie die Nutzer-ID an die Offerwall übergibt, und danach die Bibliothek, die die URL bildet.',
    matters: 'Ihr Backend sucht den Nutzer `ana%40shop`, und der Nutzer ist `ana@shop`.',
    dashboard: [
      'Schreiben Sie die Makros unkodiert, als `{user_id}`: Was dort kodiert ist, wird womöglich noch einmal kodiert.',
    ],
    backend: [
      'Suchen Sie den Schritt, der schon Kodiertes kodiert, und entfernen Sie ihn. Übergeben Sie die ID in der App so, wie sie ist, wenn die Bibliothek selbst kodiert.',
      'Dekodieren Sie nicht zweimal, damit es passt: Eine ID, die wirklich ein `%` enthält, ändert sich dadurch.',
    ],
    note: '`%25` ist ein kodiertes Prozentzeichen, also wird aus `%2540` beim Dekodieren `%40` und nicht `@`.',
  },
  'percent-invalid': {
    title: 'Ein Prozentzeichen leitet keine Escape-Sequenz ein',
    what: 'Im rohen Wert steht ein `%` ohne zwei Hexadezimalziffern dahinter. Der Inspector lässt es, wie es ist.',
    why: 'Der Text wurde nie kodiert, oder er wurde mitten in einer Escape-Sequenz abgeschnitten.',
    matters:
      'Strenge Dekoder werfen einen Fehler: `decodeURIComponent` in JavaScript tut das, und ein Server antwortet womöglich mit 400, bevor Ihr Code überhaupt gefragt wird.',
    dashboard: ['Hat ein Text, den Sie dort geschrieben haben, ein Prozentzeichen, schreiben Sie es als `%25`.'],
    backend: [
      'Kodieren Sie die Nutzer-ID dort, wo sie zum ersten Mal in eine URL kommt, und zwar ganz, mit der dafür vorgesehenen Funktion Ihrer Sprache.',
      'Achten Sie darauf, dass Ihr Server an einer solchen Anfrage nicht scheitert.',
    ],
    note: 'Hinter dem `%` steht `of`, und das ist kein Paar von Hexadezimalziffern.',
  },
  'utf8-invalid': {
    title: 'Die Escape-Sequenzen sind kein UTF-8',
    what: 'Die Bytes des Werts sind kein gültiges UTF-8. Was sich nicht lesen ließ, wird als `�` gezeigt; die Bytes selbst bleiben erhalten.',
    why: 'Der Text wurde als Latin-1 oder in einem anderen älteren Zeichensatz kodiert, oder er wurde mitten in einem Zeichen abgeschnitten.',
    matters:
      'Server ersetzen solche Bytes, lassen sie weg oder lehnen die Anfrage ab. Aus zwei verschiedenen IDs kann dieselbe werden.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: [
      'Kodieren Sie die Nutzer-ID als UTF-8, bevor sie prozentkodiert wird; `encodeURIComponent` und ähnliche Funktionen tun beides.',
      'Werden IDs auf eine Länge gekürzt, schneiden Sie zwischen Zeichen und nicht zwischen Bytes.',
    ],
    note: '`%E9` ist ein `é` in Latin-1; in UTF-8 ist es `%C3%A9`.',
  },
  'plus-as-space': {
    title: 'Ein „+“ wird als Leerzeichen gelesen',
    what: 'Der rohe Wert enthält ein `+`. In einer Query ist das ein Leerzeichen, wie bei HTML-Formularen, und so liest es der Inspector.',
    why: 'Entweder war ein Leerzeichen gemeint, und die Kodierung eines Formulars schrieb es als `+`, oder ein Plus war gemeint, wie in `ana+test@example.com`, und niemand hat es kodiert.',
    matters:
      'Manche Server lesen dort ein Leerzeichen und manche ein Plus. Derselbe Postback wird auf zwei Servern zwei verschiedenen Nutzern gutgeschrieben.',
    dashboard: ['Haben Sie dort selbst einen Text mit einem Plus geschrieben, schreiben Sie es als `%2B`.'],
    backend: [
      'War ein Plus gemeint, kodieren Sie die Nutzer-ID dort, wo sie zum ersten Mal in eine URL kommt, damit es als `%2B` gesendet wird.',
      'War ein Leerzeichen gemeint, verwenden Sie lieber `%20`, das alle gleich lesen.',
    ],
    note: 'Die ID wird als `ana maria` gelesen, und jemand anders liest vielleicht `ana+maria`.',
  },
}
