import type { ClientRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** So many bytes at a time go out where the sender is a slow one. */
const DRIP_BYTES = 8

/**
 * Sends head and body. With `dripMs` the body goes out in pieces with pauses between them, as a slow client's does;
 * a head without a body waits for one pause. Never rejects: a connection that fails meanwhile tells of it itself.
 */
export async function writeBody(outgoing: ClientRequest, body: Uint8Array, dripMs: number): Promise<void> {
  if (dripMs <= 0) {
    outgoing.end(body)
    return
  }
  const closed = new AbortController()
  outgoing.once('close', () => closed.abort())
  try {
    if (body.byteLength === 0) await pause(dripMs, undefined, { signal: closed.signal })
    else await drip(outgoing, body, dripMs, closed.signal)
    outgoing.end()
  } catch {
    // Closed in mid-pause: nobody waits for the rest.
  }
}

async function drip(outgoing: ClientRequest, body: Uint8Array, dripMs: number, closed: AbortSignal): Promise<void> {
  outgoing.flushHeaders()
  for (let at = 0; at < body.byteLength; at += DRIP_BYTES) {
    outgoing.write(body.subarray(at, at + DRIP_BYTES))
    await pause(dripMs, undefined, { signal: closed })
  }
}
