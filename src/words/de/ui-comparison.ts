import type { UiWords } from '../en/ui.ts'

export const comparison: UiWords['comparison'] = {
  changes: {
    same: 'gleich',
    changed: '≠ geändert',
    added: '+ hinzugekommen',
    removed: '− entfallen',
    moved: '↕ verschoben',
  },
  onlyEncoding: '≠ nur Kodierung',
  sameBodies: 'Die Bodys sind Byte für Byte gleich.',
  moreThanShown: 'Es gibt mehr, als hier gezeigt wird.',
  notThere: 'nicht vorhanden',
  empty: 'leer',
  withoutValue: 'ohne „=“',
  decodedAs: (value) => ['ist ', value],
  place: (place) => `Stelle ${String(place)}`,
  reply: 'Antwort',
  status: 'Status',
  time: 'Zeit',
  timeUnknown: 'nicht bekannt',
  replyHeaders: 'Header der Antwort',
  replyBodies: 'Bodys der Antworten',
}
