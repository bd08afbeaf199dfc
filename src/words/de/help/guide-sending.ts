import type { SendingGuide } from '../../en/help/guide-sending.ts'

/** Sending what Adjump would send, and judging the backend that answers. */
export const sendingGuide: SendingGuide = {
  simulator: {
    title: 'Selbst Postbacks senden',
    summary: 'Zusammenstellen, was Adjump senden würde, Eingetroffenes wiederholen und die Antworten ansehen.',
    compose:
      'Der **Simulator** stellt einen Postback für einen Endpunkt zusammen und zeigt bytegenau, was gesendet wird. Unter **Senden an** wählen Sie, wohin: an die öffentliche URL und damit durch den Tunnel, an den Empfänger auf diesem Computer oder an Ihr eigenes Backend. An einen Host, der nicht lokal ist, geht nichts, bevor Sie zugestimmt haben.',
    picture: 'Der Simulator: wohin gesendet wird, die beiden Werte und die Bytes auf der Leitung',
    points: [
      'Mit **Von Hand** schreiben Sie das Anfrageziel selbst, samt Fehlern: Was Sie eingeben, wird so gesendet, wie es dasteht.',
      '**Wie oft**, **Gleichzeitig** und **Pause (ms)** senden ihn mehrmals, nacheinander oder zugleich.',
      'Ein eingetroffener Postback lässt sich aus seinen Details noch einmal senden, Byte für Byte mit **Erneut senden** oder vorher geändert mit **Bearbeiten und erneut senden**.',
      'Ein Endpunkt kann seine Postbacks von selbst an Ihr Backend weitergeben: siehe **Weiterleitung** unter **Endpunkte**.',
    ],
  },
  conformance: {
    title: 'Das eigene Backend prüfen',
    summary: 'Fertige Szenarien gegen Ihren eigenen Server: Schreibt er nur einmal gut, und genau den Betrag?',
    scenarios:
      'Der zweite Teil von **Simulator**, **Konformität**, sendet eine Reihe von Szenarien an Ihr Backend: eine erste Zustellung und ihre Wiederholung, fehlende und leere Werte, IDs und Beträge, über die Programme stolpern, feindlichen Text, und Anfragen, die langsam oder alle zugleich kommen. Was zurückkommt, wird zeichengenau beurteilt.',
    picture:
      'Das Ergebnis einer Konformitätsprüfung: wie viele Szenarien in Ordnung sind und wie viele Fehler haben, und eines mit Fehler samt seinem Grund',
    steps: [
      'Geben Sie die **URL Ihres Backends** ein. Nehmen Sie ein Testsystem: Die Szenarien schreiben Nutzern etwas gut.',
      'Kann Ihr Backend sagen, welches Guthaben ein Nutzer hat, geben Sie die URL dafür unter **URL eines Guthabens (optional)** ein. Sie wird vor und nach jedem Szenario abgerufen, sodass nichts gefragt werden muss.',
      'Klicken Sie auf **Prüfung starten**. Wo nur Sie das Ergebnis sehen können, bleibt ein Szenario **Offen** und stellt eine Frage.',
      'Sehen Sie sich die Fehler an: Bei jedem steht, was gesendet wurde, was erwartet wurde und was kam. **Bericht speichern** schreibt alles in eine Datei.',
    ],
  },
}
