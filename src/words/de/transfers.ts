import type { TransfersWords } from '../en/transfers.ts'
import { counted, number } from '../numbers.ts'

export const transfers: TransfersWords = {
  doing: { export: 'Export läuft', import: 'Import läuft' },
  progress: {
    export: (file, far) => ['Export von ', file, `: ${far}…`],
    import: (file, far) => ['Import von ', file, `: ${far}…`],
  },
  waiting: 'wartet auf den Browser',
  far: (done) => counted(done, 'Anfrage', 'Anfragen'),
  farOf: (done, total) => `${number(done)} von ${counted(total, 'Anfrage', 'Anfragen')}`,
  bar: { export: 'Exportierte Anfragen', import: 'Importierte Anfragen' },
  cancel: { export: 'Export abbrechen', import: 'Import abbrechen' },
  cancelled: {
    export: 'Der Export wurde abgebrochen, und nichts davon ist geblieben.',
    import: 'Der Import wurde abgebrochen, und nichts wurde importiert.',
  },
  drop: {
    busy: 'Eine Datei wird gerade importiert: Warten Sie das Ende ab, oder brechen Sie den Import ab.',
    oneAtATime: 'Bitte immer nur eine Datei ablegen: Es wurde nichts importiert.',
    title: 'Zum Importieren ablegen',
    what: 'Ein Archiv des Adjump Inspector, oder ein HAR mit Anfragen, die ein Server empfangen hat.',
    busyTitle: 'Eine Datei wird gerade importiert',
    busyWhat: 'Warten Sie das Ende ab, oder brechen Sie ab, und legen Sie diese Datei dann ab.',
  },
  upload: {
    notTaken: 'Die Datei wurde nicht angenommen, und nichts wurde importiert: Versuchen Sie es erneut.',
    brokeOff: 'Das Hochladen brach ab, und nichts wurde importiert: Beginnen Sie es erneut.',
    notRead: 'Die Datei war nicht zu lesen, und nichts wurde importiert.',
  },
  exportMenu: {
    label: 'Exportieren',
    shown: 'Was angezeigt wird',
    evidence: 'Nachweisbericht über das Angezeigte',
    all: 'Der ganze Verlauf',
    archive: 'Archiv',
  },
  report: 'Nachweisbericht',
  history: {
    title: 'Verlauf',
    description:
      'Ein Archiv enthält jede Anfrage Byte für Byte, mit Antworten, Markierungen, Endpunkten und Ausfällen. Eine andere Installation importiert es vollständig; nichts kommt doppelt. Ein HAR bringt die Anfragen mit, die es enthält.',
    archive: 'Verlauf archivieren',
    import: 'Archiv oder HAR importieren',
  },
}
