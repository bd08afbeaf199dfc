import type { Pieces } from '../pieces.ts'

/** Two requests or replies beside each other. */
export const comparison = {
  changes: { same: 'same', changed: '≠ changed', added: '+ added', removed: '− removed', moved: '↕ moved' },
  onlyEncoding: '≠ encoding only',
  sameBodies: 'The bodies are the same, byte for byte.',
  moreThanShown: 'There is more than is shown here.',
  notThere: 'not there',
  empty: 'empty',
  withoutValue: 'without “=”',
  decodedAs: <Node>(value: Node): Pieces<Node> => ['is ', value],
  place: (place: number) => `place ${String(place)}`,
  reply: 'Reply',
  status: 'Status',
  time: 'Time',
  timeUnknown: 'not known',
  replyHeaders: 'Reply headers',
  replyBodies: 'Reply bodies',
}
