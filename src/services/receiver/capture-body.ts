import type { IncomingMessage } from 'node:http'
import type { Connection } from './connection.ts'
import type { ReceiverLimits } from './limits.ts'

/** What came of a body. `end` says how it ended; `cut` carries the parser's code, null where the sender just left. */
export interface CapturedBody {
  readonly bytes: Uint8Array
  readonly length: number
  readonly end: { readonly how: 'complete' | 'too-large' } | { readonly how: 'cut'; readonly code: string | null }
}

/** What all bodies under way may still keep, in bytes. Whoever took from it gives back when the body is on disk. */
export interface BodyBudget {
  left: number
}

export const NO_BODY: CapturedBody = { bytes: new Uint8Array(0), length: 0, end: { how: 'complete' } }

/**
 * RFC 9112, 6.3: a request has a body where it announces one, and never otherwise.
 * `headers` is lazy, but Node has built it by now to look for `Expect`.
 */
export function announcesBody(request: IncomingMessage): boolean {
  return request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
}

/** Reads a body to its end, its limit or its sender's leaving. Always resolves; keeps its first bytes. */
export function captureBody(
  request: IncomingMessage,
  connection: Connection,
  limits: ReceiverLimits,
  budget: BodyBudget,
): Promise<CapturedBody> {
  return new Promise((resolve) => {
    const pieces: Uint8Array[] = []
    let kept = 0
    let length = 0
    let over = false

    const finish = (end: CapturedBody['end']): void => {
      if (over) return
      over = true
      resolve({ bytes: Buffer.concat(pieces), length, end })
    }
    connection.body = {
      complete: () => request.complete,
      fail(code) {
        // What the parser gave before it stopped may still wait in the stream; reading it brings it to the listener.
        while (request.read() !== null);
        finish({ how: 'cut', code })
      },
    }
    request.on('data', (piece: Uint8Array) => {
      // After its limit a body is still read, and forgotten, so that its sender gets to read the refusal.
      if (over) return
      length += piece.length
      const wanted = Math.min(piece.length, limits.bodyKept - kept, budget.left)
      if (wanted > 0) {
        pieces.push(wanted === piece.length ? piece : piece.subarray(0, wanted))
        kept += wanted
        budget.left -= wanted
      }
      if (length > limits.bodyAccepted) finish({ how: 'too-large' })
    })
    request.on('end', () => finish({ how: 'complete' }))
    // Comes before the close where the sender reset the connection, and says nothing more.
    request.on('error', () => undefined)
    request.on('close', () => finish({ how: 'cut', code: null }))
  })
}
