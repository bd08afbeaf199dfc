import type { ForwardsWords } from '../en/forwards.ts'
import { counted } from '../numbers.ts'

export const forwards: ForwardsWords = {
  title: 'Weiterleitungen',
  forward: 'Weiterleiten',
  forwardAgain: 'Erneut weiterleiten',
  forwarding: 'Wird weitergeleitet…',
  reading: 'Wird gelesen…',
  none: 'Noch nicht weitergeleitet.',
  settings: 'Weiterleitung dieses Endpunkts',
  attempts: 'Versuche',
  done: (status) => `Weitergeleitet: Das Backend hat mit ${status} geantwortet.`,
  notDone: (why) => `Nicht weitergeleitet: ${why}`,
  attempt: {
    modes: { observe: 'Mitlesen', relay: 'Durchreichen', again: 'von Hand' },
    redirects: (location) => ['Umleitung nach ', location, ': nicht gefolgt.'],
    next: (time) => ['Der nächste Versuch ist um ', time, ' fällig.'],
    noBody: 'Kein Body',
    details: (body, headers) => `${body}, ${counted(headers, 'Header', 'Header')}, Zeiten`,
    connectedAfter: 'Verbunden nach',
    connected: (duration, address) => `${duration ?? 'unbekannt'}${address === null ? '' : `, mit ${address}`}`,
    firstByteAfter: 'Erstes Byte nach',
    noByte: 'keines kam',
    overAfter: 'Beendet nach',
  },
  unfit: {
    noRequest: 'Das ist keine Anfrage, die sich weiterleiten lässt.',
    incomplete:
      'Der Absender brach ab, bevor der Body vollständig war; die Anfrage lässt sich deshalb nicht so weiterleiten, wie sie gemeint war.',
    cut: (kept, whole) =>
      `Vom Body wurden nur die ersten ${String(kept)} von ${String(whole)} Bytes aufbewahrt; die Anfrage lässt sich deshalb nicht vollständig weiterleiten.`,
  },
}
