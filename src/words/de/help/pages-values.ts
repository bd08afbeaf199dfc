import type { ValuePages } from '../../en/help/pages-values.ts'

/** Whether the two values arrived at all, once, and each under its own name. */
export const valuePages: ValuePages = {
  'param-missing': {
    title: 'Ein zugeordneter Parameter fehlt',
    what: 'Der Endpunkt ordnet der Nutzer-ID und dem Betrag je einen Namen zu, und in der Query steht kein Parameter mit genau diesem Namen. Namen werden nach dem Dekodieren buchstabengenau verglichen: `User_ID` ist nicht `user_id`.',
    why: 'In der URL im Dashboard fehlt der Parameter, sein Name ist anders geschrieben, oder das Trennzeichen davor ist falsch, sodass er Teil eines anderen Werts wurde. Liegt es am Namen oder am Trennzeichen, sagt das ein zweiter Befund neben diesem.',
    matters: 'Ohne Nutzer-ID kann niemand eine Prämie bekommen, und ohne Betrag weiß niemand, wie hoch sie ist.',
    dashboard: [
      'Kopieren Sie die Dashboard-URL aus dem Inspector und ersetzen Sie damit die URL, die dort steht: Sie enthält beide Namen und beide Makros.',
      'Ist der Name im Dashboard der, den Ihr Server erwartet, lassen Sie ihn stehen und ändern Sie stattdessen unter **Endpunkte** den zugeordneten Namen. Der gespeicherte Verlauf wird dann neu gelesen.',
    ],
    backend: [
      'Lehnen Sie eine Anfrage, in der eines von beiden fehlt, mit einem 4xx-Status ab und schreiben Sie niemandem etwas gut. Ein Standardnutzer oder ein Standardbetrag macht aus einer falschen URL falsche Guthaben.',
    ],
    note: 'Nichts in der Query heißt `reward_amount`.',
  },
  'param-empty': {
    title: 'Ein zugeordneter Parameter hat keinen Wert',
    what: 'Der Name ist da, aber hinter seinem `=` steht nichts, oder es gibt gar kein `=`. Ein leerer Wert ist etwas anderes als ein fehlender, und auch keine Null.',
    why: 'Eines der beiden Felder im Prüfformular des Dashboards blieb leer, hinter dem `=` fehlt das Makro, oder Ihre App hat die Offerwall geöffnet, bevor sie ihren Nutzer kannte.',
    matters:
      'Eine leere Nutzer-ID ist ein Nutzer, den niemand hat. Aus einem leeren Betrag wird in manchen Sprachen 0 und in anderen ein Fehler.',
    dashboard: [
      'Füllen Sie beide Felder des Prüfformulars aus, bevor Sie auf dessen Schaltfläche klicken.',
      'Achten Sie darauf, dass jedes Makro direkt hinter dem `=` seines eigenen Namens steht, wie in `user_id={user_id}`.',
    ],
    backend: [
      'Behandeln Sie einen leeren Wert wie einen fehlenden: Lehnen Sie die Anfrage mit einem 4xx-Status ab und schreiben Sie niemandem etwas gut.',
      'Öffnen Sie in der App die Offerwall erst, wenn die Nutzer-ID bekannt ist.',
    ],
    note: 'Zwischen `user_id=` und dem nächsten `&` steht nichts.',
  },
  'macro-not-replaced': {
    title: 'Statt eines Werts traf ein Makro ein',
    what: 'Der ganze Wert ist ein Platzhalter: Adjumps eigener, `{user_id}` oder `{reward_amount}`, oder der eines anderen Netzwerks wie `[[user_id]]`, `%user_id%` oder `$user_id$`. Er wird unkodiert und prozentkodiert erkannt.',
    why: 'Adjump dokumentiert zwei Makros, `{user_id}` und `{reward_amount}`, und nirgends steht, dass eine andere Schreibweise ersetzt wird: Ein Makro, das falsch geschrieben, in der Form eines anderen Netzwerks oder prozentkodiert ist, bleibt womöglich so stehen, wie es eingegeben wurde. Derselbe Text trifft ein, wenn jemand die URL aus dem Dashboard von Hand öffnet, denn dann ersetzt niemand etwas.',
    matters:
      'Ein Backend, das nicht hinsieht, schreibt die Prämie einem Nutzer namens `{user_id}` gut, und jeder Postback jedes Nutzers landet dort.',
    dashboard: [
      'Schreiben Sie die beiden Makros so, wie Adjump sie dokumentiert: in einfachen geschweiften Klammern, klein und nicht prozentkodiert. Wenn Sie die Dashboard-URL aus dem Inspector kopieren, stimmt das.',
    ],
    backend: [
      'Lehnen Sie eine Nutzer-ID oder einen Betrag, der ein Makro ist, mit einem 4xx-Status ab. Kein Nutzer heißt so, und der Fehler fällt sofort auf.',
    ],
    note: 'Der Wert von `user_id` ist das Makro selbst.',
  },
  'values-swapped': {
    title: 'Nutzer-ID und Betrag sind vertauscht',
    what: 'Die Nutzer-ID ist eine einfache Zahl, und der Betrag ist keine Zahl, sondern sieht aus wie eine ID: Buchstaben mit Ziffern, eine Adresse oder eine UUID.',
    why: 'In der URL im Dashboard steht jedes der beiden Makros hinter dem Namen des anderen, oder die Namen sind verkehrt herum zugeordnet.',
    matters:
      'Ein Backend, das liest, was es kann, schreibt dem Nutzer 50 einen Betrag gut, den es nicht lesen kann. Sind die IDs Ihrer Nutzer Zahlen, sieht ein solcher Fehler auf den ersten Blick richtig aus.',
    dashboard: [
      'Achten Sie darauf, dass `{user_id}` hinter dem Namen der Nutzer-ID steht und `{reward_amount}` hinter dem Namen des Betrags. In der Dashboard-URL, die der Inspector bildet, ist das so.',
    ],
    backend: ['Lehnen Sie einen Betrag ab, der keine Zahl ist, und ebenso eine Nutzer-ID, die Sie nicht kennen.'],
    note: 'Die Zahl steht, wo die ID hingehört, und die ID, wo die Zahl hingehört.',
  },
  'repeated-param': {
    title: 'Ein zugeordneter Parameter kommt mehrfach vor',
    what: 'Ein Name, den der Endpunkt zuordnet, steht zweimal oder öfter in der Query. Der Inspector nimmt den ersten Wert und zeigt alle.',
    why: 'Der Parameter wurde zweimal in die URL im Dashboard eingefügt, oder die Basis-URL, die dort eingetragen wurde, enthielt ihn schon.',
    matters:
      'Frameworks sind sich nicht einig: Manche nehmen den ersten Wert, manche den letzten, manche machen aus beiden eine Liste. So wird derselbe Postback auf verschiedenen Servern verschiedenen Nutzern gutgeschrieben.',
    dashboard: ['Entfernen Sie den wiederholten Parameter, sodass jeder Name nur einmal in der URL steht.'],
    backend: [
      'Lehnen Sie eine Anfrage ab, in der einer der beiden Namen zweimal vorkommt, oder nehmen Sie bewusst den ersten. Überlassen Sie es nicht der Voreinstellung des Frameworks.',
    ],
    note: '`user_id` steht zweimal da, mit zwei verschiedenen Nutzern.',
  },
  'extra-params': {
    title: 'Es gibt Parameter, die nicht zugeordnet sind',
    what: 'In der Query stehen Namen, die der Endpunkt nicht kennt und die keinem fehlenden Namen ähnlich sind.',
    why: 'Sie haben mehr als die beiden dokumentierten Parameter in die URL im Dashboard geschrieben, oder etwas auf dem Weg fügt eigene hinzu.',
    matters:
      'Daran ist nichts falsch. Einen Namen, der für Sie wichtig ist, sollten Sie zuordnen, denn dann steht sein Wert neben den beiden anderen.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: [
      'Ignorieren Sie, was Sie nicht kennen.',
      'Um einen davon im Inspector zu verfolgen, öffnen Sie den Endpunkt und tragen ihn unter **Zusatzfelder** ein. Heißt er dort `transaction_id`, lassen sich damit auch mögliche Duplikate unterscheiden.',
    ],
    note: '`campaign` ist weder einer der beiden zugeordneten Namen noch ein Zusatzfeld.',
  },
}
