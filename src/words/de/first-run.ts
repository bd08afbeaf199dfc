import type { FirstRunWords } from '../en/first-run.ts'

export const firstRun: FirstRunWords = {
  label: 'Erste Schritte',
  title: 'Zum ersten Postback',
  text: 'Drei Schritte, und jeder Postback, den Adjump sendet, erscheint hier mit einem Urteil und einem Satz. Oder sehen Sie zuerst, wie das aussieht, mit echten Postbacks von diesem Computer.',
  tour: 'Ohne Adjump ausprobieren',
  skip: 'Weiter zur Liste',

  copy: {
    title: 'Diese URL kopieren',
    url: 'Dashboard-URL',
    public: 'Diese URL kopieren',
    local: 'Diese lokale URL kopieren',
    opening: 'Die öffentliche URL wird geöffnet und steht gleich hier.',
    underWay: 'Läuft',
    isLocal: (why) => `Diese Adresse ist lokal: Adjump erreicht sie nicht. ${why ?? ''}`,
    userId: 'Name der Nutzer-ID',
    rewardAmount: 'Name des Betrags',
    names:
      'Die Namen bestimmen Sie: Nehmen Sie, was Ihr Server erwartet. Was in geschweiften Klammern steht, ist von Adjump und wird beim Senden eines Postbacks ausgefüllt.',
  },
  paste: {
    title: 'Im Adjump-Dashboard einfügen',
    text: (page) => ['Öffnen Sie ', page, ' für Ihre App, fügen Sie die URL als Postback-URL ein und speichern Sie.'],
  },
  press: {
    title: 'Dort auf „verify“ klicken',
    text: 'Geben Sie im Formular des Dashboards eine Nutzer-ID und einen Betrag ein und klicken Sie auf „verify“. Der Postback erscheint hier binnen einer Sekunde.',
  },

  expect: {
    action: 'Erwartung mit den Angaben aus Adjumps Prüfformular stellen',
    userId: 'Dort eingegebene Nutzer-ID',
    rewardAmount: 'Betrag',
    arm: 'Dies erwarten',
    label: 'Erwartung',
    none: 'Wenn Sie möchten: Geben Sie hier dasselbe ein, und der Inspector sagt, ob genau das eintrifft.',
    waiting: (left) => `Klicken Sie jetzt in Adjump auf „verify“. Noch ${left}.`,
    watch: 'In „Prüfen“ verfolgen',
  },

  test: {
    send: 'Test-Postback senden',
    result: 'Ergebnis des Tests',
    sending: 'Wird gesendet',
    hint: 'Er geht denselben Weg wie die von Adjump, durch den Tunnel, wo dieser offen ist.',
  },

  tunnel: {
    open: 'Tunnel öffnen',
    retry: 'Jetzt erneut versuchen',
    choose: 'Tunnel wählen',
    chooseOther: 'Anderen Tunnel wählen',
    meanwhile:
      'Alles andere geht inzwischen: Was von diesem Computer gesendet wird, wird genauso empfangen und beurteilt.',
  },

  waiting: {
    label: 'Worauf gewartet wird',
    connection: 'Warten auf die Verbindung zum Inspector.',
    receiver: (why) => `Warten auf den Empfänger, der nicht empfangsbereit ist. ${why}`,
    store: (why) => `Warten auf den Speicher. ${why}`,
    postback: 'Alles ist offen. Warten auf den ersten Postback von Adjump.',
    publicUrl: (why) => `Warten auf die öffentliche URL. ${why}`,
    degraded: (why) => `Die öffentliche URL ist derzeit vielleicht nicht erreichbar. ${why}`,
    failed: (why) => `Adjump erreicht diesen Computer nicht: Der Tunnel konnte nicht geöffnet werden. ${why}`,
    off: 'Adjump erreicht diesen Computer nicht: Der Tunnel ist aus.',
  },
}
