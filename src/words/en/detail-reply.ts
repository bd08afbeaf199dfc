import type { Pieces } from '../pieces.ts'

/** What became of a reply, behind what was answered: “200 sent at …”. Lengths of time come as they are written. */
export const reply = {
  headers: 'Reply headers',
  withoutBody: 'Without a body.',
  resetPlanned: 'was planned, but the sender had closed the connection before.',
  reset: (after: string | null) =>
    `on purpose: the connection was reset without a reply${after === null ? '' : ` ${after} after arrival`}.`,
  waiting: 'on purpose: the sender is still waiting.',
  gaveUp: (after: string) => `on purpose: the sender gave up after ${after}.`,
  closed: (after: string) => `on purpose: the receiver closed the connection after ${after}.`,
  notDelivered: 'could not be delivered: the sender had closed the connection before.',
  notSentYet: 'is not known to have been sent yet.',
  sent: <Node>(time: Node, after: string): Pieces<Node> => ['sent at ', time, `, ${after} after arrival.`],
  sentHalf: <Node>(time: Node, after: string): Pieces<Node> => [
    'sent at ',
    time,
    `, ${after} after arrival, and closed on purpose after half of the body.`,
  ],
}
