import type { Unsubscribe } from '../core/ports.ts'
import type { EventName, EventPayload, LoggedEvent } from './events.ts'

/** The newest events of one run, numbered, so that whoever was away can ask for what came since. */
export interface EventLog {
  readonly epoch: string
  /** The newest event's number; 0 before the first. */
  readonly seq: number
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  /** Events after `seq`, oldest first, `limit` at most; null where some of them are no longer kept. */
  after(seq: number, limit: number): readonly LoggedEvent[] | null
  /** Called after each emit. */
  onEmit(listener: () => void): Unsubscribe
}

/** Keeps the newest `capacity` events in memory. */
export function createEventLog(epoch: string, capacity = 5000): EventLog {
  const ring: LoggedEvent[] = []
  const listeners = new Set<() => void>()
  let seq = 0
  return {
    epoch,
    get seq() {
      return seq
    },
    emit(event, payload) {
      seq += 1
      // `event` and `payload` belong together by the signature, which a union of pairs cannot express.
      ring[seq % capacity] = { seq, event, payload } as LoggedEvent
      for (const listener of listeners) listener()
    },
    after(from, limit) {
      if (from > seq || from < seq - capacity) return null
      const found: LoggedEvent[] = []
      for (let next = from + 1; next <= seq && found.length < limit; next += 1) {
        const event = ring[next % capacity]
        if (event) found.push(event)
      }
      return found
    },
    onEmit(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
