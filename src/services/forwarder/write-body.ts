import type { ClientRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** So many bytes at a time go out where the sender is a slow one. */
const DRIP_BYTES = 8

/**
 * Sends head and body. With `dripMs` the request goes out in pieces with pauses between them, as a slow client's
 * does. Never rejects: a connection that fails meanwhile tells of it itself.
 */
export async function writeBody(outgoing: ClientRequest, body: Uint8Array, dripMs: number): Promise<void> {
  if (dripMs <= 0) {
    outgoing.end(body)
    return
  }
  if (body.byteLength === 0) {
    // Without a body only the head can be slow: it waits before it leaves.
    await pause(dripMs)
    if (!outgoing.destroyed) outgoing.end()
    return
  }
  outgoing.flushHeaders()
  for (let at = 0; at < body.byteLength && !outgoing.destroyed; at += DRIP_BYTES) {
    outgoing.write(body.subarray(at, at + DRIP_BYTES))
    await pause(dripMs)
  }
  if (!outgoing.destroyed) outgoing.end()
}
