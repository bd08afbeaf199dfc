import { counted, number } from '../numbers.ts'

export type ImportedFile = 'archive' | 'HAR'

/** What came of exports and imports. */
export const transfer = {
  nothingNew: (file: ImportedFile) => `Nothing new: the ${file} has no requests.`,
  allKnown: (known: number, file: ImportedFile) =>
    `Nothing new: all ${counted(known, 'request', 'requests')} of the ${file} are here already.`,
  imported: (added: number) => `${counted(added, 'request', 'requests')} imported.`,
  importedBeside: (added: number, known: number) =>
    `${counted(added, 'request', 'requests')} imported, ${counted(known, 'request', 'requests')} were here already.`,
  outagesAdded: (outages: number) => `${counted(outages, 'outage', 'outages')} added.`,
  leftOut: (entries: number) =>
    `${counted(entries, 'entry was', 'entries were')} left out: no HTTP request that a server could have received, or beyond its bounds.`,
  written: (file: string) => `Written to ${file}.`,
  handedOver: (fileName: string) => `${fileName} was handed to the browser.`,
  notRead: (why: string) => `The file could not be read: ${why}.`,
  unexpected: 'Something went wrong, and nothing was changed: try again.',
  uploadBroke: 'The upload broke off, and nothing was imported: start it again.',
  importEnded: 'This import has ended: nothing more is taken in.',
  importUnderWay: 'A file is being imported: wait for its end, or cancel it.',
  chooseInBrowser: 'Choose the file in the browser: it is uploaded from there.',
  tooManyRequests: (most: number, these: number) =>
    `A report holds ${number(most)} requests at most, and these are ${number(these)}: narrow the filter, or export them as NDJSON.`,
  tooLargeRequests:
    'These requests have more than 64 MiB together, which no report holds: narrow the filter, or export them as NDJSON.',
}

/** Why a file was not written. */
export const file = {
  isFolder: (name: string) => `${name} is a folder: name a file in it.`,
  diskFull: (name: string) =>
    `The disk is full, so ${name} was not written, and nothing of it was left there: make room, or choose another place.`,
  notWritten: (name: string, why: string) => `${name} was not written, and nothing of it was left there: ${why}.`,
}

/** Why a file was not imported. */
export const archive = {
  none: 'This is no archive of the Adjump Inspector, and nothing was imported: choose a file that “archive” has made.',
  cutOff:
    'This archive is cut off: its end is missing. Nothing was imported; copy the file again, or make a new archive.',
  damaged:
    'This archive is damaged: its contents do not agree with its digest or its format. Nothing was imported; copy the file again, or make a new archive.',
  tooMuch: 'This archive has more endpoints or outages than any history has, and nothing was imported: make a new one.',
  newer: (version: number, known: number) =>
    `This archive has version ${String(version)} of the format, and this inspector reads up to ${String(known)}: update the inspector. Nothing was imported.`,
  notWhole:
    'Requests were removed from the history while it was archived, so that the archive would not be whole: make it again.',
  cutOffHar: 'This HAR is cut off: its end is missing. Nothing was imported; copy the file again, or export it anew.',
  damagedHar:
    'This HAR is damaged: it is not valid JSON, or holds what no request is. Nothing was imported; export it anew.',
  noHar:
    'This is no archive of the Adjump Inspector, and nothing was imported: it is no HAR with entries either. Choose a file that “archive” or a HAR export has made.',
  longHar: (most: number) =>
    `This HAR has more than ${String(most)} entries, and nothing was imported: export fewer, or use an archive.`,
}
