import type { ReceivingGuide } from '../../en/help/guide-receiving.ts'

/** From the first launch to a postback that is understood. */
export const receivingGuide: ReceivingGuide = {
  firstPostback: {
    title: 'Vom ersten Start zum bestätigten Postback',
    summary: 'Drei Schritte, und wie sie sich ohne Adjump ausprobieren lassen.',
    start:
      'Beim Start tut der Inspector von selbst zweierlei: Er nimmt auf diesem Computer Anfragen entgegen, und er öffnet einen Tunnel, damit es eine öffentliche URL gibt, die Adjump erreichen kann. Die Zustandsleiste ganz oben sagt, wie es um beides steht. Solange es noch keinen Postback gibt, zeigt der Bildschirm die Schritte zum ersten.',
    firstStepsPicture:
      'Die ersten Schritte: die Dashboard-URL mit einer Schaltfläche, die sie kopiert, die beiden Namen und die Felder für das, was ins Prüfformular eingegeben wurde',
    steps: [
      'Schreiben Sie unter **Name der Nutzer-ID** und **Name des Betrags** die beiden Namen so, wie Ihr Server sie erwartet. Die URL ändert sich beim Tippen mit. Was in geschweiften Klammern steht, ist von Adjump und bleibt, wie es ist.',
      'Klicken Sie auf **Diese URL kopieren**, öffnen Sie im Adjump-Dashboard „S2S Postback Setup“ für Ihre App, fügen Sie die URL als Postback-URL ein und speichern Sie.',
      'Geben Sie im Prüfformular des Dashboards eine Nutzer-ID und einen Betrag ein. Geben Sie dieselben beiden in die Felder unter Schritt 3 ein und klicken Sie auf **Dies erwarten**, damit der Inspector sagen kann, ob genau das eintrifft.',
      'Klicken Sie im Dashboard auf „verify“. Der Postback erscheint mit seinem Urteil, und die Erwartung endet mit **Erfüllt**, wenn beide Werte zeichengenau die erwarteten sind. Das ist ein bestätigter Postback.',
    ],
    qrCode:
      'Um die URL auf ein Telefon zu bekommen, klicken Sie auf **Dashboard-URL als QR-Code zeigen** neben der Schaltfläche, die sie kopiert.',
    testPostback:
      'Um zu sehen, dass der Weg durch den Tunnel funktioniert, bevor Adjump damit zu tun hat, klicken Sie auf **Test-Postback senden**: Er geht an die öffentliche URL hinaus und kommt wieder herein, wie einer von Adjump.',
    tour: '**Ohne Adjump ausprobieren** geht weiter: Mit einer Schaltfläche je Schritt sendet der Rundgang einen fehlerfreien Postback, einen mit einem Fehler und eine Wiederholung, stellt eine Erwartung und erfüllt sie. All das ist echt und geht jederzeit, auch solange der Tunnel nicht offen ist. Was er sendet, hat eine Nutzer-ID, die mit `tour_user_` beginnt, und sein letzter Schritt bietet an, es zu entfernen.',
    check:
      'Eine URL, die schon im Dashboard steht, lässt sich prüfen. Fügen Sie sie unter **Endpunkte** in das Feld unter der Dashboard-URL ein: Jede fehlerhafte Stelle wird markiert, mit dem, was dagegen zu tun ist. Auf der Kommandozeile tut `check-url` dasselbe.',
    checkPicture:
      'Eine falsche Dashboard-URL bei der Prüfung, die fehlerhaften Stellen unterstrichen und mit je einem Satz dazu',
  },
  verdict: {
    title: 'Ein Urteil lesen',
    summary: 'Was die Liste sagt, was die Details sagen, und was jedes Wort bedeutet.',
    listPicture:
      'Die Liste der Postbacks, vor jedem ein Urteil, darüber das Filterfeld und der Streifen mit dem Eingang je Minute',
    verdicts:
      'Jeder Postback hat ein Urteil, das sich aus seinen Befunden ergibt. Es beurteilt, wie der Postback geschrieben ist, und nicht, ob Ihr Server ihn gutgeschrieben hat.',
    verdictTerms: [
      {
        term: 'In Ordnung',
        meaning:
          'Beide Werte sind eingetroffen, und nichts an ihnen ist auffällig. Befunde der Art, die man nur wissen sollte, kann es trotzdem geben.',
      },
      {
        term: 'Warnung',
        meaning:
          'Er lässt sich lesen, aber etwas daran sollte man sich ansehen: Ein anderer Server liest es womöglich anders.',
      },
      {
        term: 'Fehler',
        meaning:
          'Mindestens ein Befund ist ein Fehler: Ein Wert fehlt oder lässt sich nicht lesen, ohne zu raten, oder die Anfrage ist kein GET.',
      },
    ],
    details:
      'Öffnen Sie eine Zeile, um ihre Details zu sehen. Ganz oben steht die Antwort: das Urteil, was falsch ist und was dagegen zu tun ist. Darunter stehen Nutzer-ID und Betrag, dekodiert und so, wie sie auf der Leitung standen; was unsichtbar ist, erscheint als Escape-Sequenz wie `\\u200b`. Dann folgen die Anfrage selbst, in der die fehlerhaften Stellen markiert sind, und eine Liste aller Befunde.',
    detailsPicture:
      'Die Details eines Postbacks mit Fehler: das Urteil mit seinem Satz, die beiden Werte, das rohe Anfrageziel mit Markierungen und die Befunde mit ihren Schaltflächen',
    codes:
      'Jeder Befund hat einen Code, etwa `param-missing`. Derselbe Code steht in den JSON-Zeilen, in Exporten und in Berichten, und das Filterfeld findet ihn: `code:param-missing`. Klicken Sie neben einem Befund auf **Was ist das?**, um seine Seite zu sehen: warum es dazu kommt, wie es sich im Dashboard und in Ihrem Backend beheben lässt, und ein Beispiel. Auf der Kommandozeile gibt `explain` dieselbe Seite aus.',
    pagePicture:
      'Die Seite eines Befundcodes mit ihrem Beispiel, der markierten fehlerhaften Stelle und dem, was daraus gelesen wird',
    kinds:
      'Nicht alles, was eintrifft, ist ein Postback. Versteckt wird nichts: Die anderen Arten werden über der Liste gezählt und mit einem Klick angezeigt.',
    kindTerms: [
      {
        term: 'Postback',
        meaning:
          'Der Pfad ist der eines Endpunkts oder fast der, oder die Query enthält einen Namen, den ein Endpunkt zuordnet.',
      },
      {
        term: 'Probe',
        meaning: 'Eine HEAD- oder OPTIONS-Anfrage an den Pfad eines Endpunkts: Jemand hat gefragt, ob er antwortet.',
      },
      { term: 'Rauschen', meaning: 'Anfragen von Browsern und Scannern, und Pfade, die zu nichts gehören.' },
      { term: 'Abgewiesen', meaning: 'Bytes, die keine gültige HTTP-Anfrage sind. Die ersten davon werden behalten.' },
    ],
  },
  mistakes: {
    title: 'Zehn Fehler und wie sie sich beheben lassen',
    summary: 'Wonach zuerst zu sehen ist, wenn ein Postback Fehler hat, jeweils mit einem Beispiel.',
    inTheUrl:
      'Die meisten stehen in der URL im Dashboard und sind weg, sobald die URL aus dem Inspector kopiert und dort neu eingefügt wird. Der Inspector nennt jeden bei seinem Code.',
    buttons:
      'Hat ein Befund eine Schaltfläche, tut sie, was der Satz sagt: Sie kopiert die Dashboard-URL, übernimmt den empfangenen Namen oder Pfad in den Endpunkt oder öffnet den früheren Postback. Nach einem geänderten Namen oder Pfad wird der gespeicherte Verlauf neu gelesen, und die Änderung lässt sich rückgängig machen.',
  },
  nothingArrives: {
    title: 'Wenn nichts eintrifft',
    summary: 'Wie sich ein stummer Absender von einer verschlossenen Tür unterscheiden lässt.',
    causes:
      'Eine leere Liste hat zwei mögliche Ursachen: Es wurde nichts gesendet, oder niemand konnte diesen Computer erreichen. Der Inspector sieht ständig von außen nach seiner eigenen öffentlichen URL und weiß deshalb, was davon zutrifft.',
    tunnelPicture:
      'Die Ansicht „Tunnel“: sein Zustand in Worten, die öffentliche URL, der letzte Blick von außen und der Anbieter',
    steps: [
      'Sehen Sie auf die Zustandsleiste ganz oben. **Tunnel offen** heißt, dass der letzte Blick von außen diesen Inspector erreicht hat.',
      'Klicken Sie unter **Tunnel** auf **Jetzt prüfen**, um sofort noch einmal nachzusehen. Unter **Zeiten ohne Erreichbarkeit** stehen die Zeiträume, in denen nichts eintreffen konnte; auch in der Liste sind sie schattiert.',
      'Klicken Sie auf **Test-Postback senden**. Trifft er ein, ist der Weg offen, und der Absender hat eine andere URL oder sendet nichts.',
      'Vergleichen Sie die URL im Dashboard mit der im Inspector. Hat sich die öffentliche URL inzwischen geändert, sagt das ein Hinweis unter der Zustandsleiste, mit der alten und der neuen URL, bis Sie ihn ausblenden.',
    ],
    names:
      'Ein öffentlicher localtunnel-Server vergibt hin und wieder einen neuen Namen. Mit einem gewünschten Namen, einem eigenen Server, einer bei ngrok reservierten Domain oder einem selbst betriebenen Tunnel bleibt die URL dieselbe; all das wird unter **Tunnel** gewählt.',
  },
}
