import type { Incoming } from './transport.ts'
import type { ClientMessage, HostMessage } from './wire.ts'

/** Remembers how far a client has read, so that a reconnected transport misses nothing and repeats nothing. */
export interface EventCursor {
  /** The message that asks for everything since. */
  subscribeMessage(): ClientMessage
  /** What the listener must hear of this message. */
  take(message: HostMessage): readonly Incoming[]
}

export function createEventCursor(): EventCursor {
  let epoch: string | null = null
  let seq = 0
  return {
    subscribeMessage: () => ({ type: 'subscribe', epoch, after: seq }),
    take(message) {
      if (message.type === 'resync') {
        // The very first resync only tells where the log stands: nothing has been read that could be stale.
        const first = epoch === null
        epoch = message.epoch
        seq = message.seq
        return first ? [] : [{ type: 'resync' }]
      }
      if (message.type !== 'events' || message.epoch !== epoch) return []
      const fresh = message.events.filter((event) => event.seq > seq)
      seq = fresh.at(-1)?.seq ?? seq
      return fresh.map(({ event, payload }) => ({ type: 'event', event, payload }))
    },
  }
}
