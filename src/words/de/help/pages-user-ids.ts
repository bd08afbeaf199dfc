import type { UserIdPages } from '../../en/help/pages-user-ids.ts'

/** Whom the reward is for, and what a value may do where it goes next. */
export const userIdPages: UserIdPages = {
  'user-id-placeholder': {
    title: 'Die Nutzer-ID ist ein Platzhalter',
    what: 'Die ganze Nutzer-ID ist ein Wort, das Programme schreiben, wenn sie keinen Nutzer haben: `null`, `undefined`, `none`, `NaN`, `0`, `-1`, `[object Object]`, `anonymous` und Ähnliches, in beliebiger Groß- und Kleinschreibung.',
    why: 'Die Offerwall wurde geöffnet, bevor der Nutzer bekannt war, oder der Code, der die ID übergibt, machte aus einer fehlenden einen Text.',
    matters: 'Solche Prämien gehören niemandem. Gibt es einen Nutzer dieses Namens, bekommt er sie alle.',
    dashboard: ['Geben Sie im Prüfformular eine ID ein, wie Ihre App sie wirklich verwendet.'],
    backend: [
      'Öffnen Sie in der App die Offerwall erst, wenn die Nutzer-ID bekannt ist, und übergeben Sie die ID selbst und kein Objekt.',
      'Lehnen Sie auf dem Server einen Nutzer, den Sie nicht kennen, mit einem 4xx-Status ab und halten Sie es fest.',
    ],
    note: '`null` schreiben JavaScript und andere Sprachen für einen Wert, den es nicht gibt.',
  },
  'user-id-is-email': {
    title: 'Die Nutzer-ID ist eine E-Mail-Adresse',
    what: 'Die Nutzer-ID hat die Form einer E-Mail-Adresse. Am Postback ist nichts falsch.',
    why: 'Die App übergibt die Adresse als ID, weil sich ihre Nutzer damit anmelden.',
    matters:
      'Die Adresse landet in den Logs aller Server auf dem Weg. Ändert ein Nutzer sie, passen alte Prämien nicht mehr zu ihm.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: ['Übergeben Sie eine ID, die nichts über die Person verrät und sich nie ändert.'],
    note: '`%40` ist ein kodiertes `@`: Die ID ist `ana@example.com`.',
  },
  'markup-in-value': {
    title: 'Der Wert sieht aus wie HTML',
    what: 'Der Wert enthält ein Tag wie `<b>` oder beginnt mit `javascript:`. Der Inspector zeigt ihn als Text und als nichts anderes.',
    why: 'Jemand probiert aus, was eine Seite damit macht, oder Nutzer dürfen ihre ID selbst wählen, und einer hat diese gewählt.',
    matters:
      'Wo ein solcher Wert unmaskiert in eine Seite geschrieben wird, wird er dort ausgeführt: zum Beispiel in Ihrer Verwaltungsoberfläche, mit Ihren Rechten.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: [
      'Maskieren Sie den Wert überall, wo er angezeigt wird.',
      'Lassen Sie in Nutzer-IDs nur die Zeichen zu, aus denen Ihre bestehen.',
    ],
    note: 'Dekodiert lautet die ID `<b>ana</b>`.',
  },
  'formula-in-value': {
    title: 'Der Wert beginnt wie eine Tabellenformel',
    what: 'Der Wert beginnt mit `=`, `+`, `-` oder `@` und ist keine Zahl. In den CSV-Dateien des Inspectors macht ihn ein vorangestellter Apostroph unschädlich.',
    why: 'Jemand probiert aus, was eine Tabellenkalkulation damit macht, oder die IDs werden mit einem solchen Zeichen am Anfang gebildet.',
    matters:
      'Eine Tabellenkalkulation, die eine CSV-Datei damit öffnet, rechnet die Formel aus, und diese kann den Inhalt der Tabelle woandershin senden.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: ['Stellen Sie einer solchen Zelle einen Apostroph voran, wenn Sie selbst CSV-Dateien schreiben.'],
    note: 'Dekodiert lautet die ID `=1+2`.',
  },
}
