import type { RequestPages } from '../../en/help/pages-requests.ts'

/** The request as a whole: its method, its path, where it came from, and whether it came before. */
export const requestPages: RequestPages = {
  'method-not-get': {
    title: 'Die Anfrage ist kein GET',
    what: 'Adjump dokumentiert HTTP GET und nichts anderes. Diese Anfrage traf mit einer anderen Methode am Pfad des Endpunkts ein; was ihr Body enthält, steht beim Befund.',
    why: 'Ein anderer Absender ist auf diese URL eingestellt, oder ein Werkzeug auf dem Weg, etwa ein Testclient oder ein Proxy, sendet POST.',
    matters:
      'Was in einem Body steht, steht in keiner Query. Die beiden Werte werden nur aus der Query gelesen und fehlen hier deshalb meist.',
    dashboard: [
      'Die Methode lässt sich dort nicht wählen. Achten Sie darauf, dass die URL als Postback-URL eingetragen ist und nirgends sonst.',
    ],
    backend: [
      'Finden Sie heraus, wer gesendet hat: Header und Adresse stehen in den Details des Postbacks.',
      'Antworten Sie auf andere Methoden mit 405 und schreiben Sie niemandem etwas gut.',
    ],
    note: 'Die Methode ist `POST`, und beide Werte stehen im Body statt in der Query.',
  },
  'path-unknown': {
    title: 'Kein Endpunkt hat diesen Pfad',
    what: 'In der Query stehen Namen, die ein Endpunkt zuordnet, aber der Pfad gehört zu keinem Endpunkt. Gelesen wird die Anfrage mit dem Endpunkt, dessen Namen am besten passen, damit ihre Werte zu sehen sind.',
    why: 'Der Pfad der URL im Dashboard ist ein anderer als der des Endpunkts. Hat der Endpunkt einen geheimen Pfad, enthält die URL womöglich ein früheres Segment davon oder keines; der Befund sagt das dann.',
    matters: 'Ihr Server würde mit 404 antworten. Der Inspector antwortet und behält die Anfrage.',
    dashboard: [
      'Schreiben Sie den Pfad des Endpunkts in die URL; wenn Sie die Dashboard-URL aus dem Inspector kopieren, stimmt das.',
    ],
    backend: [
      'Ist der empfangene Pfad der richtige, nutzen Sie die Schaltfläche am Befund, die einem Endpunkt diesen Pfad gibt, oder legen Sie einen Endpunkt dafür an.',
    ],
    note: 'Der Pfad des Endpunkts ist `/hitpoint`.',
  },
  'path-differs': {
    title: 'Der Pfad ist fast der des Endpunkts',
    what: 'Der Pfad unterscheidet sich von dem des Endpunkts nur in Groß- und Kleinschreibung, in einem Schrägstrich am Ende oder in doppelten Schrägstrichen. Der Inspector nimmt ihn als den des Endpunkts.',
    why: 'Der Pfad wurde von Hand eingegeben, oder eine Basis-URL, die mit einem Schrägstrich endet, wurde mit einem Pfad verbunden, der mit einem beginnt.',
    matters:
      'Viele Server antworten hier mit 404 oder leiten um. Ob Adjump einer Umleitung folgt, ist nicht dokumentiert.',
    dashboard: ['Schreiben Sie den Pfad genau so, wie ihn der Endpunkt hat.'],
    backend: ['Ist der empfangene Pfad der richtige, geben Sie ihn mit der Schaltfläche am Befund dem Endpunkt.'],
    note: 'Der Pfad des Endpunkts ist `/hitpoint`: mit kleinem Anfangsbuchstaben und ohne Schrägstrich am Ende.',
  },
  'fragment-in-target': {
    title: 'Das Anfrageziel enthält ein „#“',
    what: 'Hinter den Parametern steht ein `#` mit einem Anhang, der weder zum Pfad noch zur Query gehört und nicht gelesen wird. Ein `#`, auf das noch ein `&name=` folgt, gilt als Teil des Werts.',
    why: 'Die URL im Dashboard hat einen solchen Anhang, und der Absender hat ihn nicht abgeschnitten.',
    matters:
      'Die meisten Clients senden nie, was hinter einem `#` steht. Was Sie dorthin schreiben, trifft nur zufällig ein.',
    dashboard: ['Entfernen Sie den Anhang aus der URL. Braucht ein Wert ein `#`, schreiben Sie es als `%23`.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Was mit dem `#` beginnt, gehört nicht zum Betrag.',
  },
  'absolute-form': {
    title: 'Das Anfrageziel ist eine ganze URL',
    what: 'In der Anfragezeile steht eine ganze URL mit Schema und Host, wie sie an einen Proxy gesendet wird, und nicht nur der Pfad. Sie wird wie üblich gelesen.',
    why: 'Ein Proxy steht dazwischen, oder die Anfrage wurde von Hand geschrieben.',
    matters:
      'HTTP-Server müssen das annehmen. Bei manchen Frameworks steht dann die ganze URL, wo Ihr Code den Pfad erwartet.',
    dashboard: ['Dort ist nichts zu ändern.'],
    backend: ['Dort ist nichts zu ändern; sehen Sie nach, wer dazwischensteht, wenn Sie niemanden erwartet haben.'],
    note: 'Vor dem Pfad steht der Host, nach dem gefragt wurde.',
  },
  'opened-in-browser': {
    title: 'Die Anfrage kam aus einem Browser',
    what: 'Die Header sind die eines Browsers, der die URL als Seite geöffnet hat.',
    why: 'Jemand hat die URL in eine Adresszeile eingefügt oder einen Link darauf geöffnet.',
    matters: 'Das beweist, dass die URL erreichbar ist, und nichts über Adjump: Ein Browser ersetzt keine Makros.',
    dashboard: ['Um einen Postback von Adjump selbst zu sehen, nutzen Sie das Prüfformular des Dashboards.'],
    backend: ['Dort ist nichts zu ändern.'],
    note: 'Ein Browser sendet `navigate` in `Sec-Fetch-Mode`, wenn ein Mensch eine Seite öffnet.',
  },
  'possible-duplicate': {
    title: 'Ein früherer Postback hat denselben Nutzer und Betrag',
    what: 'Innerhalb des Zeitfensters des Endpunkts (10 Minuten, wenn nichts anderes eingestellt ist) traf vor diesem schon ein Postback bei demselben Endpunkt ein, mit derselben Nutzer-ID und demselben Text des Betrags. Haben beide eine zugeordnete `transaction_id` und unterscheiden sich diese, ist es kein Duplikat.',
    why: 'Vielleicht hat der Absender denselben Postback noch einmal gesendet, vielleicht hat sich der Nutzer denselben Betrag zweimal verdient. Adjump dokumentiert weder eine Transaktions-ID noch eine Regel für Wiederholungen, also lässt sich das am Postback allein nicht erkennen; deshalb heißt das Duplikat „möglich“.',
    matters:
      'Ein Backend, das jeden davon gutschreibt, belohnt womöglich doppelt. Eines, das den zweiten verwirft, enthält seinem Nutzer womöglich eine Prämie vor.',
    dashboard: ['Dort gibt es nichts, was die beiden unterscheidet.'],
    backend: [
      'Vergleichen Sie die beiden: Am Befund steht ein Link zum früheren, und die Details führen die ganze Gruppe auf.',
      'Enthalten Ihre Postbacks doch eine ID der Prämie, ordnen Sie sie unter **Endpunkte** als Zusatzfeld `transaction_id` zu, und schreiben Sie jede ID nur einmal gut.',
      'Antworten Sie mit einem 2xx-Status, sobald die Prämie gespeichert ist. Was eine Antwort für Adjump bedeutet, ist nicht dokumentiert.',
      'Das Zeitfenster wird unter **Mögliche Duplikate** im Endpunkt eingestellt; 0 schaltet den Befund aus.',
    ],
    note: '40 Sekunden zuvor traf genau dieselbe Anfrage ein.',
  },
}
