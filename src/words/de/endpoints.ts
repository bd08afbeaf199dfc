import type { EndpointsWords } from '../en/endpoints.ts'
import { counted, number } from '../numbers.ts'

export const endpoints: EndpointsWords = {
  list: 'Endpunkte',
  listArea: 'Liste der Endpunkte',
  add: 'Endpunkt hinzufügen',
  notAdded: (why) => `Nicht hinzugefügt: ${why}`,
  newName: (count) => `Endpunkt ${count}`,
  none: {
    title: 'Kein Endpunkt',
    text: 'Fügen Sie einen hinzu, um eine URL für das Adjump-Dashboard zu erhalten.',
  },
  gone: {
    title: 'Diesen Endpunkt gibt es nicht mehr',
    text: 'Er wurde gelöscht. Was über ihn gespeichert wurde, bleibt erhalten.',
    others: 'Die anderen Endpunkte anzeigen',
  },

  test: 'Test-Postback senden',
  remove: 'Endpunkt löschen',
  removeLast: 'Endpunkt löschen (der letzte bleibt)',
  removed: (name, path) =>
    `„${name}“ ist gelöscht: ${path} ist jetzt ein unbekannter Pfad. Was gespeichert wurde, bleibt erhalten.`,
  notRemoved: (why) => `Nicht gelöscht: ${why}`,
  restored: (name) => `„${name}“ ist wieder da wie zuvor.`,
  notRestored: (name, why) => `„${name}“ wurde nicht wiederhergestellt: ${why}`,

  notSaved: { title: 'Nicht gespeichert', text: (why) => `${why} Der Endpunkt gilt weiter wie zuvor.` },
  dashboardUrl: {
    title: 'Dashboard-URL',
    text: 'Fügen Sie sie in Adjumps „S2S Postback Setup“ ein. Sie folgt Ihren Eingaben.',
  },
  names: {
    title: 'Pfad und Namen',
    text: 'Bei Namen zählt die Groß- und Kleinschreibung. Änderungen gelten, sobald Sie das Feld verlassen.',
    rereads: (stored) =>
      `Eine Änderung am Pfad oder an einem Namen liest ${counted(stored, 'gespeicherten Postback', 'gespeicherte Postbacks')} neu ein.`,
    name: 'Name des Endpunkts',
    path: 'Pfad',
    userId: 'Name der Nutzer-ID',
    rewardAmount: 'Name des Betrags',
  },
  duplicates: {
    title: 'Mögliche Duplikate',
    text: 'Zwei Postbacks mit gleicher Nutzer-ID und gleichem Betragstext innerhalb dieser Zeit werden gekennzeichnet. 0 schaltet das ab.',
    window: 'Zeitfenster in Minuten',
  },

  secretPath: {
    title: 'Geheimer Pfad',
    text: 'Ein letztes Segment, das niemand errät, hindert Fremde daran, sich selbst Prämien gutzuschreiben. Nur die URL im Dashboard enthält es.',
    whole: 'Vollständiger Pfad',
    add: 'Geheimes Segment hinzufügen',
    rotate: 'Erneuern',
    addToPath: 'Dem Pfad ein geheimes Segment hinzufügen',
    rotateInPath: 'Das geheime Segment des Pfads erneuern',
    added: 'Der Pfad hat jetzt ein geheimes Segment. Fügen Sie die neue URL im Dashboard ein.',
    rotated: 'Das geheime Segment ist erneuert. Fügen Sie die neue URL im Dashboard ein.',
    removed: 'Der Pfad hat kein geheimes Segment mehr.',
    restored: 'Der Pfad ist wieder wie zuvor.',
    notChanged: (why) => `Nicht geändert: ${why}`,
    changedLast: (moment) => `Zuletzt geändert: ${moment}. Was vorher eintraf, wird weiterhin so gelesen wie damals.`,
  },

  extraFields: {
    title: 'Zusatzfelder',
    text: (field) => [
      'Optional: Adjump dokumentiert keine. ',
      field,
      ' hält Zustellungen auseinander: Zwei, die sich darin unterscheiden, sind kein mögliches Duplikat.',
    ],
    add: 'Zusatzfeld hinzufügen',
    remove: (name) => (name === '' ? 'Feld ohne Namen entfernen' : `Feld ${name} entfernen`),
    field: (place) => `Feld ${number(place)}`,
    param: (place) => `Parametername von Feld ${number(place)}`,
  },

  reply: {
    title: 'Antwort',
    text: 'Wird gesendet, sobald der Postback auf dem Datenträger ist. Adjump dokumentiert nicht, was es aus einer Antwort macht; 200 ist sicher.',
    status: 'Status',
    delay: 'Verzögerung in ms',
    body: 'Body',
    addHeader: 'Header hinzufügen',
    removeHeader: (name) => (name === '' ? 'Header ohne Namen entfernen' : `Header ${name} entfernen`),
    header: (place) => `Header ${number(place)}`,
    headerValue: (place) => `Wert von Header ${number(place)}`,
  },

  script: {
    title: 'Antwortskript',
    text: 'Antworten der Reihe nach, eine je Postback, anstelle der Antwort oben. Proben und Rauschen verbrauchen keinen Schritt.',
    ready: 'Fertige Skripte',
    useReady: 'Fertiges Skript verwenden',
    use: (label) => `Antwortskript „${label}“ verwenden`,
    steps: 'Schritte',
    addStep: 'Schritt hinzufügen',
    afterLast: 'Nach dem letzten Schritt',
    afterLastWays: {
      'endpoint-reply': 'die Antwort oben',
      'repeat-last': 'immer wieder der letzte Schritt',
      'start-over': 'wieder der erste Schritt',
    },
    rests:
      'Das Skript ruht: Dieser Endpunkt reicht durch, daher erhält der Absender die Antwort Ihres Backends, und kein Schritt wird verbraucht.',
    startOver: 'Von vorn beginnen',
    startedOver: 'Das Antwortskript beginnt wieder mit dem ersten Schritt.',
    notStartedOver: (why) => `Nicht von vorn begonnen: ${why}`,
    position: 'Wo das Skript steht',
    given: (count) =>
      count === 0 ? 'Noch kein Postback wurde beantwortet.' : `${counted(count, 'Postback', 'Postbacks')} beantwortet.`,
    over: 'Das Skript ist zu Ende: Der nächste erhält die Antwort oben.',
    next: (place, count) => `Der nächste erhält Schritt ${number(place)} von ${number(count)}.`,
  },

  step: {
    title: (place) => `Schritt ${number(place)}`,
    ending: (place) => `Was Schritt ${number(place)} tut`,
    endings: {
      complete: 'Antwort',
      silence: 'Keine Antwort (Schweigen)',
      reset: 'Verbindung zurückgesetzt',
      cut: 'Mitten im Body abgeschnitten',
    },
    status: (place) => `Status von Schritt ${number(place)}`,
    delay: (place) => `Verzögerung von Schritt ${number(place)} in ms`,
    silence: 'Nichts wird gesendet. Die Verbindung wird gehalten, bis der Absender aufgibt.',
    up: (place) => `Schritt ${number(place)} nach oben verschieben`,
    down: (place) => `Schritt ${number(place)} nach unten verschieben`,
    remove: (place) => `Schritt ${number(place)} entfernen`,
    body: (place) => `Body von Schritt ${number(place)}`,
    headers: (place) => `Header von Schritt ${number(place)}, je Zeile einer`,
    more: (place) => `Body und Header von Schritt ${number(place)}…`,
  },

  forward: {
    title: 'Weiterleitung',
    text: 'Reicht Postbacks Byte für Byte an Ihr eigenes Backend weiter. Rauschen wird nie weitergereicht.',
    mode: 'Weiterleitung',
    modes: { off: 'Aus', observe: 'Mitlesen', relay: 'Durchreichen' },
    modeTexts: {
      off: 'Postbacks enden hier. Mit einer URL können Sie einzelne trotzdem von Hand weiterleiten.',
      observe:
        'Der Absender erhält sofort die Antwort oben; Ihr Backend erhält den Postback nebenher, und bei einem Fehlschlag erneut.',
      relay:
        'Der Absender erhält die Antwort Ihres eigenen Backends. Die Antwort und das Antwortskript oben werden so lange nicht verwendet.',
    },
    url: 'URL Ihres Backends',
    goesTo: (target, askedFor) => [
      'Postbacks gehen an ',
      target,
      `${askedFor ? ', den angefragten Pfad' : ''}. Die Query bleibt, wie sie ist.`,
    ],
    elsewhere: (host) => [
      host,
      ' ist weder auf diesem Computer noch in seinem Netzwerk. Was dort ankommt, kann Nutzern echte Prämien gutschreiben: Leiten Sie nur an einen Server weiter, der Ihnen gehört.',
    ],
    timeout: 'Zeitlimit in ms',
    retries: 'Wiederholungen',
    retriesHint: 'Nach ausbleibender Antwort, 5xx oder 429, mit wachsenden Pausen.',
  },
}
