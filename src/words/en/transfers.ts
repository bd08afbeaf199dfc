import { number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** Exports and imports. */
export const transfers = {
  doing: { export: 'Exporting', import: 'Importing' },
  /** A file's name, and how far it is. */
  progress: {
    export: <Node>(file: Node, far: string): Pieces<Node> => ['Exporting ', file, `: ${far}…`],
    import: <Node>(file: Node, far: string): Pieces<Node> => ['Importing ', file, `: ${far}…`],
  },
  waiting: 'waiting for the browser to take it',
  far: (done: number) => `${number(done)} requests`,
  farOf: (done: number, total: number) => `${number(done)} of ${number(total)} requests`,
  bar: { export: 'Requests exported', import: 'Requests imported' },
  cancel: { export: 'Cancel the export', import: 'Cancel the import' },
  cancelled: {
    export: 'The export was cancelled, and nothing of it was left.',
    import: 'The import was cancelled, and nothing was imported.',
  },
  drop: {
    busy: 'A file is being imported: wait for its end, or cancel it.',
    oneAtATime: 'Drop one file at a time: nothing was imported.',
    title: 'Drop it to import it',
    what: 'An archive of the Adjump Inspector, or a HAR with requests that a server received.',
    busyTitle: 'A file is being imported',
    busyWhat: 'Wait for its end, or cancel it, and drop this one then.',
  },
  upload: {
    notTaken: 'The file was not taken, and nothing was imported: try again.',
    brokeOff: 'The upload broke off, and nothing was imported: start it again.',
    notRead: 'The file could not be read, and nothing was imported.',
  },
  exportMenu: {
    label: 'Export',
    shown: 'What is shown',
    evidence: 'Evidence report of what is shown',
    all: 'The whole history',
    archive: 'Archive',
  },
  report: 'Evidence report',
  history: {
    title: 'History',
    description:
      'An archive holds every request byte for byte, with replies, marks, endpoints and outages. Another installation imports it whole; nothing comes twice. A HAR brings the requests that it holds.',
    archive: 'Archive the history',
    import: 'Import an archive or HAR',
  },
}

export type TransfersWords = typeof transfers
