import type { AmountErrorPages } from '../../en/help/pages-amount-errors.ts'

/** Amounts that have no value without guessing. Each has exactly one of these codes, or `values-swapped`. */
export const amountErrorPages: AmountErrorPages = {
  'amount-not-a-number': {
    title: 'Der Betrag ist keine Zahl',
    what: 'Der Text des Betrags ist keine einfache Dezimalzahl, und keiner der anderen Betragscodes erklärt, warum. `NaN`, `fifty`, `0x1F` und `1.2.3` sind solche Texte.',
    why: 'Hinter dem Namen des Betrags steht ein anderer Wert, oder ein Programm sollte den Betrag berechnen, scheiterte daran und schrieb auf, was dabei herauskam.',
    matters:
      'Der Inspector gibt ihm keinen Wert und nimmt ihn in keine Summe auf. Ein Backend, das ihn großzügig liest, erhält 0, `NaN` oder die ersten Ziffern, die es findet.',
    dashboard: ['Achten Sie darauf, dass `{reward_amount}` hinter dem Namen des Betrags steht und sonst nichts.'],
    backend: [
      'Lehnen Sie einen solchen Betrag mit einem 4xx-Status ab. Lesen Sie ihn nicht nur so weit, wie es geht, und halten Sie ihn nicht für 0.',
    ],
    note: '`NaN` schreibt JavaScript für eine Berechnung ohne Ergebnis.',
  },
  'amount-decimal-comma': {
    title: 'Der Betrag hat ein Dezimalkomma',
    what: 'Der Betrag ist wie im Deutschen, Französischen oder Spanischen geschrieben, mit einem Komma vor den Nachkommastellen. Für Menschen ist das eine Zahl, für die meisten Programme nicht, also gibt ihm der Inspector keinen Wert.',
    why: 'Der Betrag wurde vor dem Senden für Menschen formatiert, in der Sprache eines Computers oder eines Kontos.',
    matters:
      '`parseFloat` in JavaScript liest `1,50` als 1, andere lehnen es ab, und ein Programm, das Kommas weglässt, liest 150.',
    dashboard: ['Lässt sich das Zahlenformat der Prämie wählen, wählen Sie eines mit Dezimalpunkt.'],
    backend: [
      'Ersetzen Sie das Komma ausdrücklich, bis mit Punkt gesendet wird, und nur dort, wo genau ein Komma und kein Punkt im Text steht.',
      'Vergleichen Sie mit einem Betrag, den Sie kennen, bevor Sie dem Ergebnis trauen: `1,500` könnte auch tausendfünfhundert heißen.',
    ],
    note: 'Wo der Dezimalpunkt hingehört, steht ein Komma.',
  },
  'amount-separator-ambiguous': {
    title: 'Der Betrag lässt sich auf zwei Arten lesen',
    what: 'Gruppen von drei Ziffern sind durch ein und dasselbe Zeichen getrennt, wie in `1,000` oder `1.000.000`. In der einen Sprache ist das tausend, in der anderen eins, und der Text sagt nicht, was gilt. Ein einzelner Punkt, wie in `1.000`, wird als Dezimalpunkt gelesen.',
    why: 'Der Betrag wurde für Menschen formatiert, mit Tausendertrennzeichen oder mit einem Dezimalkomma.',
    matters:
      'Die eine Lesart ist das Tausendfache der anderen. Der Inspector rät nicht, gibt dem Betrag keinen Wert und nimmt ihn in keine Summe auf.',
    dashboard: [
      'Lässt sich das Zahlenformat der Prämie wählen, wählen Sie eines ohne Tausendertrennzeichen und mit Dezimalpunkt.',
    ],
    backend: [
      'Schicken Sie einige Beträge bekannter Höhe durch das Prüfformular des Dashboards, und schreiben Sie nichts gut, bevor Sie wissen, was gemeint ist.',
    ],
    note: 'Das kann tausend sein, oder eins mit drei Nachkommastellen.',
  },
  'amount-thousands-separator': {
    title: 'Der Betrag hat Tausendertrennzeichen',
    what: "Die Ziffern sind durch Punkte, Kommas, Leerzeichen, Apostrophe oder Unterstriche gruppiert, und zwar so, dass kein Zweifel besteht, welche Zahl gemeint ist: `1.234,56`, `1,234.56`, `1 000`, `1'000.50`.",
    why: 'Der Betrag wurde vor dem Senden für Menschen formatiert.',
    matters: 'Die meisten Parser hören am ersten Trennzeichen auf und lesen 1, oder sie lehnen den Text ab.',
    dashboard: ['Lässt sich das Zahlenformat der Prämie wählen, wählen Sie eines ohne Tausendertrennzeichen.'],
    backend: [
      'Entfernen Sie die Trennzeichen ausdrücklich, bis ohne sie gesendet wird, und lehnen Sie ab, was danach keine einfache Dezimalzahl ist.',
    ],
    note: 'Der Punkt trennt hier die Tausender ab, das Komma die Nachkommastellen.',
  },
  'amount-has-unit': {
    title: 'Der Betrag enthält eine Währung oder ein Wort',
    what: 'Neben der Zahl steht ein Währungszeichen oder ein Wort, wie in `$50`, `50 EUR` oder `50_coins`.',
    why: 'Das Wort wurde in der URL im Dashboard neben das Makro geschrieben, oder der Betrag der Prämie ist samt Währung eingerichtet.',
    matters: 'Ein strenger Parser lehnt das ab. Ein großzügiger liest 50 aus `50 coins` und nichts aus `$50`.',
    dashboard: [
      'Zwischen `reward_amount=` und dem nächsten `&` darf nur das Makro stehen.',
      'Steht der Name der Prämie mit im Betrag, richten Sie den Betrag als reine Zahl ein.',
    ],
    backend: [
      'Lehnen Sie das ab, oder entfernen Sie das Wort ausdrücklich, wenn es genau das erwartete ist. Eine Währung, die Sie nicht erwartet haben, bedeutet einen anderen Betrag.',
    ],
    note: 'Hinter der Zahl steht, durch ein Leerzeichen getrennt, das Wort `coins`.',
  },
}
