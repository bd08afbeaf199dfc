import { counted } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** A stored request that is sent again, as it was or edited. */
export const replay = {
  replay: 'Replay',
  editAndReplay: 'Edit and replay',
  dialog: {
    title: (id: number) => `Replay ${String(id)}`,
    editTitle: (id: number) => `Edit and replay ${String(id)}`,
    queryStays: 'The query is the stored request’s own: leave “?…” out.',
    destinationHint: 'Where it has a path, that takes the place of the stored one; the query goes on untouched.',
    willBeSent: 'Will be sent',
  },
  fields: {
    method: 'Method',
    target: 'Target',
    headers: 'Headers',
    headersHint: 'One a line. Content-Length and what concerns the connection are set by the sender.',
    body: 'Body',
    bodyAs: 'Body as',
    bodyForms: { stored: 'As stored', text: 'Text', hex: 'Hex' },
    storedBody: (length: number) => `${counted(length, 'byte', 'bytes')}, byte for byte`,
    bodyAsText: 'Body as text',
    bodyAsTextHint: 'Sent as UTF-8; line ends become LF. Hex keeps every byte.',
    bodyAsHex: 'Body as hex',
    wrongHex: 'Write bytes as pairs of hex digits, for example 7b 22 7d.',
  },
  result: {
    label: 'Result',
    /** Before what went wrong with one of several. */
    nth: (nth: number) => `Number ${String(nth)}: `,
    captured: <Node>(link: Node): Pieces<Node> => ['It was captured here as ', link, '.'],
    postback: (id: number) => `Postback ${String(id)}`,
    before: 'Then',
    now: 'Now',
    nowNth: (nth: number) => `Now, number ${String(nth)}`,
  },
}

export type ReplayWords = typeof replay
