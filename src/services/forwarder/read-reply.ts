import type { IncomingMessage } from 'node:http'
import type { SendOutcome } from '../../core/outgoing.ts'

type Reply = NonNullable<SendOutcome['reply']>

/** Reads a reply to its end, keeping what fits under the cap and counting the rest. */
export class ReplyReader {
  readonly #incoming: IncomingMessage
  readonly #kept: Buffer[] = []
  #keptLength = 0
  #bodyLength = 0

  /** `onEnd` hears null where the reply is whole, else why it is not; it may hear of both, in this order. */
  constructor(incoming: IncomingMessage, cap: number, onEnd: (error: Error | null) => void) {
    this.#incoming = incoming
    incoming.on('data', (chunk: Buffer) => {
      this.#bodyLength += chunk.byteLength
      if (this.#keptLength >= cap) return
      const piece = chunk.subarray(0, cap - this.#keptLength)
      this.#kept.push(piece)
      this.#keptLength += piece.byteLength
    })
    incoming.on('error', onEnd)
    incoming.on('end', () => onEnd(null))
  }

  /** The whole reply has arrived, though it may not have been read to its end yet. */
  get complete(): boolean {
    return this.#incoming.complete
  }

  /** What has come by now. */
  soFar(): Reply {
    return {
      status: this.#incoming.statusCode ?? 0,
      statusText: this.#incoming.statusMessage ?? '',
      rawHeaders: [...this.#incoming.rawHeaders],
      bodyBase64: Buffer.concat(this.#kept).toString('base64'),
      bodyLength: this.#bodyLength,
    }
  }
}
