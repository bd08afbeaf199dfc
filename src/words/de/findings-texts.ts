import type { FindingTextsWords } from '../en/findings-texts.ts'

export const findingTexts: FindingTextsWords = {
  'param-missing': {
    wrong: 'Ein Parameter, den dieser Endpunkt zuordnet, ist gar nicht eingetroffen.',
    fix: 'Kopieren Sie die Dashboard-URL von hier noch einmal zu Adjump, oder ändern Sie den zugeordneten Namen in den, der wirklich eintrifft.',
  },
  'param-empty': {
    wrong: 'Der Parameter ist eingetroffen, aber ohne Wert.',
    fix: 'Prüfen Sie, ob beide Felder im Prüfformular des Dashboards ausgefüllt waren und ob das Makro direkt hinter dem „=“ steht.',
  },
  'macro-not-replaced': {
    wrong: 'Das Makro ist so eingetroffen, wie es getippt wurde, statt durch einen Wert ersetzt zu werden.',
    fix: 'Schreiben Sie die Makros genau so, wie Adjump sie dokumentiert, {user_id} und {reward_amount}, in einfachen Klammern und nicht prozentkodiert.',
  },
  'amount-not-a-number': {
    wrong: 'Der Betrag ist keine Zahl.',
    fix: 'Prüfen Sie, ob {reward_amount} hinter dem Namen des Betrags steht, und weisen Sie einen solchen Wert ab, statt einen zu raten.',
  },
  'amount-decimal-comma': {
    wrong: 'Der Betrag hat ein Dezimalkomma, an dem die meisten Zahlenparser abbrechen oder scheitern.',
    fix: 'Bitten Sie dort, wo die Prämie eingerichtet wird, um einen Dezimalpunkt; bis dahin ersetzen Sie das Komma ausdrücklich vor dem Parsen.',
  },
  'amount-separator-ambiguous': {
    wrong: 'Der Betrag kann Tausender oder Dezimalstellen meinen: Nichts im Text sagt, was davon.',
    fix: 'Senden Sie einige Beträge bekannter Größe, um zu erfahren, was gemeint ist, und zahlen Sie vorher nichts aus.',
  },
  'amount-thousands-separator': {
    wrong: 'Der Betrag hat Tausendertrennzeichen, über die die meisten Zahlenparser stolpern.',
    fix: 'Entfernen Sie die Trennzeichen ausdrücklich vor dem Parsen, oder lassen Sie die Prämie ohne sie einrichten.',
  },
  'amount-has-unit': {
    wrong: 'Neben der Zahl steht im Betrag ein Währungszeichen oder ein Wort.',
    fix: 'Nehmen Sie das Zeichen oder Wort aus der Dashboard-URL oder den Einstellungen der Prämie, damit nur die Zahl gesendet wird.',
  },
  'values-swapped': {
    wrong: 'Die beiden Werte sehen vertauscht aus: Die Nutzer-ID ist eine Zahl, und der Betrag sieht wie eine ID aus.',
    fix: 'Vergleichen Sie die Dashboard-URL mit der hier erstellten: Jedes Makro gehört hinter seinen eigenen Namen.',
  },
  'method-not-get': {
    wrong: 'Die Anfrage ist kein GET; Adjump dokumentiert GET und sonst nichts.',
    fix: 'Finden Sie heraus, wer sie gesendet hat: Adjump sendet seine Werte in der Query, suchen Sie also einen anderen Absender oder die Einstellung eines Werkzeugs.',
  },
  'path-unknown': {
    wrong: 'Die Parameter stimmen, aber kein Endpunkt hat diesen Pfad.',
    fix: 'Berichtigen Sie den Pfad im Dashboard, oder geben Sie einem Endpunkt diesen Pfad.',
  },
  'path-differs': {
    wrong:
      'Der Pfad ist fast der des Endpunkts: Nur Groß- und Kleinschreibung, ein Schrägstrich am Ende oder doppelte Schrägstriche weichen ab.',
    fix: 'Gleichen Sie beide an; viele Server antworten hier mit 404 oder leiten um, und einer Umleitung wird leicht nicht gefolgt.',
  },
  'name-near-miss': {
    wrong:
      'Ein Name ist eingetroffen, der dem zugeordneten ähnelt, aber nicht derselbe ist; Groß- und Kleinschreibung zählt.',
    fix: 'Verwenden Sie den eingetroffenen Namen als Zuordnung, oder berichtigen Sie ihn im Dashboard.',
  },
  'template-name-left': {
    wrong: 'Ein Name aus der Vorlage der Dokumentation steht noch in Klammern, wie in [YourParamName].',
    fix: 'Ersetzen Sie die Klammern samt Inhalt durch Ihren eigenen Parameternamen.',
  },
  'html-ampersand': {
    wrong: 'Die URL wurde über HTML eingefügt, so wurde aus „&“ ein „&amp;“, und der Name dahinter beginnt mit „amp;“.',
    fix: 'Schreiben Sie im Dashboard ein bloßes „&“ zwischen die Parameter; das Kopieren der URL von hier tut das.',
  },
  'html-entity-in-value': {
    wrong:
      'Die URL wurde über HTML eingefügt, so wurden ein „&“ und die Buchstaben dahinter zu einem Zeichen, wie „&curren“ zu „¤“.',
    fix: 'Kopieren Sie die Dashboard-URL von hier als reinen Text, ohne E-Mail oder Webseite dazwischen.',
  },
  'separators-encoded': {
    wrong:
      'Das „&“ oder „=“ zwischen den Parametern wurde prozentkodiert, so wurden mehrere Parameter zu einem einzigen Wert.',
    fix: 'Lassen Sie „&“ und „=“ im Dashboard unkodiert; nur die Namen selbst werden kodiert.',
  },
  'semicolon-separator': {
    wrong: 'Die Parameter sind durch „;“ statt „&“ getrennt, so wurden mehrere von ihnen zu einem einzigen Wert.',
    fix: 'Schreiben Sie im Dashboard „&“ zwischen die Parameter.',
  },
  'question-mark-missing': {
    wrong: 'Zwischen Pfad und Parametern steht kein „?“, daher gibt es keine Query zu lesen.',
    fix: 'Setzen Sie ein „?“ direkt hinter den Pfad und „&“ nur zwischen die Parameter.',
  },
  'question-mark-encoded': {
    wrong: 'Das „?“ wurde als %3F prozentkodiert, so wurden die Parameter zu einem Teil des Pfads.',
    fix: 'Schreiben Sie im Dashboard ein bloßes „?“ hinter den Pfad.',
  },
  'question-mark-repeated': {
    wrong: 'Es gibt mehr als ein „?“; was auf das zweite folgt, gehört zu einem Namen oder Wert.',
    fix: 'Behalten Sie das erste „?“, und schreiben Sie „&“ anstelle der anderen.',
  },
  'repeated-param': {
    wrong:
      'Ein zugeordneter Name kommt mehrmals vor; der erste Wert wurde genommen, Ihr Framework nimmt vielleicht einen anderen.',
    fix: 'Entfernen Sie den wiederholten Parameter aus der Dashboard-URL.',
  },
  'double-encoded': {
    wrong: 'Der Wert wurde doppelt prozentkodiert: Einmal dekodiert, enthält er noch eine Escape-Sequenz wie %40.',
    fix: 'Finden Sie den Schritt, der bereits Kodiertes kodiert, oft die Nutzer-ID, wie Sie sie an die Offerwall übergeben.',
  },
  'percent-invalid': {
    wrong: 'Hinter einem „%“ stehen keine zwei Hexadezimalziffern; strenge Dekoder brechen daran ab.',
    fix: 'Kodieren Sie ein wörtliches Prozentzeichen als %25, wo der Wert zuerst zusammengesetzt wird.',
  },
  'utf8-invalid': {
    wrong: 'Die Escape-Sequenzen ergeben kein gültiges UTF-8, oft weil der Text als Latin-1 kodiert wurde.',
    fix: 'Kodieren Sie die Nutzer-ID als UTF-8, bevor Sie sie weitergeben; was nicht lesbar war, erscheint als „�“.',
  },
  'plus-as-space': {
    wrong: 'Der rohe Wert enthält ein „+“, das hier als Leerzeichen gelesen wird und anderswo vielleicht als Plus.',
    fix: 'War ein Plus gemeint, muss es als %2B gesendet werden; war ein Leerzeichen gemeint, ist %20 besser.',
  },
  'edge-whitespace': {
    wrong: 'Der Wert beginnt oder endet mit Leerraum und gleicht daher nicht der ID oder Zahl, die Sie erwarten.',
    fix: 'Entfernen Sie das Leerzeichen aus der Dashboard-URL, oder finden Sie heraus, woher die Nutzer-ID es hat.',
  },
  'control-character': {
    wrong: 'Der Wert enthält ein Steuerzeichen, etwa einen Tabulator oder einen Zeilenumbruch.',
    fix: 'Fügen Sie die URL als eine Zeile reinen Text ein; bringt die Nutzer-ID es mit, bereinigen Sie sie, wo sie entsteht.',
  },
  'invisible-character': {
    wrong: 'Der Wert enthält ein unsichtbares Zeichen, etwa ein Leerzeichen der Breite null oder eine Byte-Order-Mark.',
    fix: 'Tippen Sie den Wert neu, oder kopieren Sie die URL von hier; ein Vergleich mit dem Auge findet es nie.',
  },
  'user-id-placeholder': {
    wrong: 'Die Nutzer-ID ist ein Platzhalter, den Code schreibt, wo er keinen Nutzer hatte.',
    fix: 'Prüfen Sie, ob der Nutzer bekannt ist, bevor die Offerwall geöffnet wird; eine solche Prämie gehört niemandem.',
  },
  'amount-exponent': {
    wrong: 'Der Betrag ist mit einem Exponenten geschrieben, den nicht jeder Dezimalparser liest.',
    fix: 'Parsen Sie ihn mit einem Dezimaltyp, der Exponenten kennt, und testen Sie, ob er den hier gezeigten Wert ergibt.',
  },
  'amount-negative': {
    wrong: 'Der Betrag ist negativ, und Adjump dokumentiert keine Rückbuchungen.',
    fix: 'Legen Sie fest, was Ihr Server damit tut, und fragen Sie Adjump nach der Bedeutung, bevor Sie eine Prämie zurücknehmen.',
  },
  'amount-zero': {
    wrong: 'Der Betrag ist null, es gibt also keine Prämie zu vergeben.',
    fix: 'War das kein Test, prüfen Sie die Einstellungen der Prämie im Dashboard.',
  },
  'amount-plus-sign': {
    wrong: 'Der Betrag beginnt mit einem Pluszeichen, das strenge Zahlenformate nicht erlauben.',
    fix: 'Stellen Sie sicher, dass Ihr Parser es annimmt, oder lassen Sie den Betrag ohne das Zeichen senden.',
  },
  'possible-duplicate': {
    wrong:
      'Ein früherer Postback hat denselben Endpunkt, dieselbe Nutzer-ID und denselben Betrag: ein mögliches Duplikat.',
    fix: 'Vergleichen Sie beide, bevor Sie zweimal vergüten; Adjump dokumentiert weder Transaktions-ID noch Wiederholungsregel, es kann auch eine zweite Prämie sein.',
  },
  'extra-params': {
    wrong: 'Es gibt Parameter, die die Zuordnung nicht kennt.',
    fix: 'Es ist nichts zu tun; ist einer davon wichtig, fügen Sie ihn dem Endpunkt als Zusatzfeld hinzu.',
  },
  'amount-trailing-zeros': {
    wrong: 'Der Betrag hat Nullen am Ende, die verloren gehen, sobald er eine Zahl wird.',
    fix: 'Behalten Sie den Text, wie er kam, wo er signiert, verglichen oder protokolliert wird.',
  },
  'amount-bare-point': {
    wrong: 'Auf einer Seite des Punkts hat der Betrag keine Ziffer, was strenge Parser ablehnen.',
    fix: 'Prüfen Sie, ob Ihr Parser ihn liest, denn JSON-Zahlen und viele SQL-Casts tun es nicht.',
  },
  'leading-zeros': {
    wrong: 'Der Wert hat führende Nullen, die verloren gehen, sobald er eine Zahl wird.',
    fix: 'Behalten Sie ihn als Text; ein Parser, der ihn für oktal hält, würde ihn sogar verändern.',
  },
  'precision-beyond-double': {
    wrong: 'Der Betrag hat mehr Ziffern, als eine Gleitkommazahl fassen kann.',
    fix: 'Parsen Sie ihn mit einem Dezimaltyp; eine JavaScript-Zahl oder ein Double würde ihn runden.',
  },
  'inner-whitespace': {
    wrong: 'Der Wert enthält in seinem Inneren Leerraum.',
    fix: 'Das funktioniert; stellen Sie sicher, dass später nichts dort trennt oder kürzt.',
  },
  'non-ascii': {
    wrong: 'Der Wert enthält Zeichen jenseits von ASCII.',
    fix: 'Das funktioniert; stellen Sie sicher, dass Datenbank und Logs sie bewahren und dass gleich aussehende IDs in einer Normalform verglichen werden.',
  },
  'user-id-is-email': {
    wrong: 'Die Nutzer-ID ist eine E-Mail-Adresse, die unterwegs in Logs landet.',
    fix: 'Das funktioniert; eine ID, die nichts über die Person sagt, schont Ihre Nutzer.',
  },
  'markup-in-value': {
    wrong: 'Der Wert sieht wie HTML aus.',
    fix: 'Maskieren Sie ihn überall, wo er angezeigt wird; hier ist er immer nur Text.',
  },
  'formula-in-value': {
    wrong: 'Der Wert beginnt wie eine Tabellenformel.',
    fix: 'Maskieren Sie ihn, bevor er in eine CSV-Datei oder Tabelle kommt.',
  },
  'fragment-in-target': {
    wrong: 'Das Anfrageziel enthält ein „#“; die meisten Clients senden nie, was darauf folgt.',
    fix: 'Kodieren Sie ein wörtliches „#“ als %23, oder nehmen Sie es aus der Dashboard-URL.',
  },
  'absolute-form': {
    wrong: 'Das Anfrageziel ist eine ganze URL, wie sie an einen Proxy gesendet wird.',
    fix: 'Es ist nichts zu tun; ein Proxy oder ein selbst geschriebener Client steht dazwischen.',
  },
  'opened-in-browser': {
    wrong: 'Die Anfrage kam von einem Browser, nicht von einem Server.',
    fix: 'Es ist nichts zu tun, wenn Sie die URL selbst geöffnet haben; Adjumps eigene Postbacks kommen von seinen Servern.',
  },
}
