import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

/** Node publishes every outgoing socket here as it is made, in the same turn. */
const CHANNEL = 'net.client.socket'

/** The sockets that `make` opens before it returns: for code that keeps them to itself. */
export function socketsMadeBy(make: () => void): readonly Socket[] {
  const made: Socket[] = []
  const note = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'socket' in message && message.socket instanceof Socket) {
      made.push(message.socket)
    }
  }
  subscribe(CHANNEL, note)
  try {
    make()
  } finally {
    unsubscribe(CHANNEL, note)
  }
  return made
}
