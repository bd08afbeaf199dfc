import type { NamePages } from '../../en/help/pages-names.ts'

/** Names that are nearly right, or that HTML and templates have left behind. */
export const namePages: NamePages = {
  'name-near-miss': {
    title: 'Ein Name ist dem zugeordneten ähnlich',
    what: 'Ein zugeordneter Name fehlt, und stattdessen traf ein anderer ein, der wohl gemeint war: Er unterscheidet sich in Groß- und Kleinschreibung, in Leer- oder Trennzeichen oder in ein, zwei Buchstaben, oder er ist ein üblicher Name für dasselbe, etwa `uid` oder `payout`.',
    why: 'Die Namen wählt der Publisher selbst, und sie werden an zwei Stellen eingegeben: in der URL im Dashboard und auf Ihrem Server. An einer davon wurde anders geschrieben.',
    matters:
      'Bei Namen zählt die Groß- und Kleinschreibung, hier wie auf den meisten Servern. Ein Parameter unter einem anderen Namen wird nicht gefunden, und der Postback gilt als einer ohne ihn.',
    dashboard: ['Erwartet Ihr Server den zugeordneten Namen, schreiben Sie in der URL im Dashboard genau diesen.'],
    backend: [
      'Ist der empfangene Name der richtige, nutzen Sie die Schaltfläche am Befund: Sie ändert die Zuordnung und liest den gespeicherten Verlauf neu.',
      'Akzeptieren Sie nicht mehrere Schreibweisen eines Namens. Sonst scheitert die nächste Änderung, ohne dass es jemand merkt.',
    ],
    note: 'Zugeordnet ist der Name `user_id`, eingetroffen ist `userid`.',
  },
  'template-name-left': {
    title: 'Ein Name aus einer Vorlage steht noch da',
    what: 'Der Name eines Parameters steht in eckigen Klammern oder ist der Platzhalter aus Adjumps Dokumentation: `[YourParamName]`.',
    why: 'Die Dokumentation zeigt die URL als `https://baseURL/hitpoint?[YourParamName]={user_id}`, und die Klammern samt Inhalt sollen durch einen eigenen Namen ersetzt werden. Das ist nicht geschehen.',
    matters: 'Kein Server sucht nach einem Parameter dieses Namens, also kommt der Wert nirgends an.',
    dashboard: [
      'Ersetzen Sie die Klammern samt Inhalt durch Ihren eigenen Namen, zum Beispiel `user_id`. In der Dashboard-URL, die der Inspector bildet, stehen Ihre Namen schon.',
    ],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Der Name der Nutzer-ID ist der Platzhalter aus der Dokumentation.',
  },
  'html-ampersand': {
    title: 'Aus einem „&“ wurde „&amp;“',
    what: 'Zwischen zwei Parametern steht `&amp;`, die HTML-Schreibweise von `&`. Die Query wird am `&` getrennt, also beginnt der nächste Name mit `amp;`.',
    why: 'Die URL wurde aus dem Quelltext einer Webseite, aus einer E-Mail oder aus einem Editor kopiert, der HTML schreibt.',
    matters: 'Der Parameter `amp;reward_amount` ist nicht `reward_amount`: Für jeden Server fehlt der zweite Wert.',
    dashboard: [
      'Schreiben Sie zwischen die Parameter ein bloßes `&`. Wenn Sie die Dashboard-URL aus dem Inspector kopieren, stimmt das.',
      'Fügen Sie sie als reinen Text ein, und sehen Sie nach dem Speichern noch einmal in das Feld.',
    ],
    backend: ['Akzeptieren Sie kein `amp;` vor einem Namen. So fällt der Fehler auf und wird an einer Stelle behoben.'],
    note: 'Hinter dem `&` geht der Name mit `amp;` weiter.',
  },
  'html-entity-in-value': {
    title: 'Aus einem „&“ und den Buchstaben dahinter wurde ein Zeichen',
    what: 'In einem Wert steht direkt vor Buchstaben eines der Zeichen `¤`, `¶`, `§`, `©`, `®`, `×` oder `¬`. HTML liest `&curren`, `&para`, `&sect`, `&copy`, `&reg`, `&times` und `&not` als diese Zeichen, auch mitten im Wort.',
    why: 'Die URL ging durch HTML: Aus `&currency=USD` wurde `¤cy=USD`, und aus `&regional=1` wurde `®ional=1`.',
    matters:
      'Das `&` ist weg, also gehört der nächste Parameter zum Wert davor. Der Betrag ist dann keine Zahl mehr, oder die Nutzer-ID ist eine, die niemand hat.',
    dashboard: [
      'Fügen Sie die Dashboard-URL als reinen Text ein, direkt aus dem Inspector, ohne E-Mail oder Webseite dazwischen.',
      'Hat ein eigener Parameter einen solchen Namen, hilft ein anderer Name, der mit keiner dieser Buchstabenfolgen beginnt.',
    ],
    backend: ['Lehnen Sie den Betrag ab, der keine Zahl ist. Schneiden Sie den Text nicht an dem Zeichen ab.'],
    note: '`%C2%A4` ist das Zeichen `¤`: Es ist zusammen mit `cy` das, was von `&currency` geblieben ist.',
  },
}
