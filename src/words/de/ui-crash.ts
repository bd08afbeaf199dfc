import type { UiWords } from '../en/ui.ts'

export const crash: UiWords['crash'] = {
  title: (part) => `${part}: ein Fehler der Anzeige`,
  label: (part) => `${part}: Fehler`,
  line: (part) => `${part}: ein Fehler der Anzeige; die Aufzeichnung läuft weiter.`,
  reload: 'Neu laden',
  copyDetails: 'Details kopieren',
  onlyScreen: 'Nur die Anzeige ist betroffen: Was gespeichert wurde, ist noch da, und die Aufzeichnung läuft weiter.',
  stillReceived: (url) => [
    'Nichts ist verloren: Postbacks werden weiterhin unter ',
    url,
    ' empfangen und gespeichert.',
  ],
  notShown: 'Die Anzeige war nicht möglich',
  unknownFault: (thrown) => `Unbekannter Fehler: ${thrown}`,
  details: {
    versionUnknown: '(Version unbekannt)',
    head: (version, part) => `Adjump Inspector ${version}: ${part}: Fehler.`,
    components: 'Komponenten:',
    view: (hash) => `Ansicht: ${hash}`,
    time: (time) => `Zeit: ${time}`,
    screen: (agent) => `Anzeige: ${agent}`,
  },
}
