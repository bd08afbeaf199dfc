import { counted } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** What the user's own backend made of a postback. */
export const forwards = {
  title: 'Forwards',
  forward: 'Forward',
  forwardAgain: 'Forward again',
  forwarding: 'Forwarding…',
  reading: 'Reading…',
  none: 'Not forwarded yet.',
  settings: 'Forwarding of this endpoint',
  attempts: 'Attempts',
  done: (status: string) => `Forwarded: the backend answered ${status}.`,
  notDone: (why: string) => `Not forwarded: ${why}`,
  attempt: {
    modes: { observe: 'observe', relay: 'relay', again: 'by hand' },
    redirects: <Node>(location: Node): Pieces<Node> => ['Redirects to ', location, ': not followed.'],
    next: <Node>(time: Node): Pieces<Node> => ['The next attempt is due at ', time, '.'],
    noBody: 'No body',
    /** `body`: its size, or that there is none. */
    details: (body: string, headers: number) => `${body}, ${counted(headers, 'header', 'headers')}, timings`,
    connectedAfter: 'Connected after',
    connected: (duration: string | null, address: string | null) =>
      `${duration ?? 'unknown'}${address === null ? '' : `, to ${address}`}`,
    firstByteAfter: 'First byte after',
    noByte: 'none came',
    overAfter: 'Over after',
  },
  /** Why a captured request cannot go on as it was. */
  unfit: {
    noRequest: 'It is no request that could be sent on.',
    incomplete: 'Its sender stopped before the body was complete, so it cannot be sent on as it was meant.',
    cut: (kept: number, whole: number) =>
      `Only the first ${String(kept)} of its ${String(whole)} body bytes were kept, so it cannot be sent on whole.`,
  },
}

export type ForwardsWords = typeof forwards
