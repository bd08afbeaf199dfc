import type { CapturedRequest } from '../core/postback.ts'

/**
 * So many senders wait for a backend at a time, over all endpoints, with so many bytes of bodies. Each holds a socket
 * to the backend until it answers or its time is over, even where the sender has left: without a bound a backend that
 * hangs would take the last socket and the memory, and captures with them.
 */
export const MOST_RELAYS = 256
const MOST_BYTES = 64 * 1024 * 1024

/** Counts what is being relayed. */
export interface RelayLimit {
  /** False where too much is under way. Whoever got true gives back when the backend has answered. */
  take(request: CapturedRequest): boolean
  give(request: CapturedRequest): void
}

export function createRelayLimit(): RelayLimit {
  let relays = 0
  let bytes = 0
  return {
    take({ body }) {
      if (relays >= MOST_RELAYS || bytes + body.byteLength > MOST_BYTES) return false
      relays += 1
      bytes += body.byteLength
      return true
    },
    give({ body }) {
      relays -= 1
      bytes -= body.byteLength
    },
  }
}
