import type { Unsubscribe } from '../core/ports.ts'
import type { EventName, EventPayload, LoggedEvent } from './events.ts'
import { roughSize } from './rough-size.ts'

/** The newest events of one run, numbered, so that whoever was away can ask for what came since. */
export interface EventLog {
  readonly epoch: string
  /** The newest event's number; 0 before the first. */
  readonly seq: number
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  /**
   * Events after `seq`, oldest first: `limit` at most, and no more than about `size` characters where the first alone
   * is not larger. Null where some of them are no longer kept.
   */
  after(seq: number, limit: number, size?: number): readonly LoggedEvent[] | null
  /** Called after each emit. */
  onEmit(listener: () => void): Unsubscribe
}

interface Kept {
  readonly event: LoggedEvent
  readonly size: number
}

/**
 * Keeps the newest `capacity` events in memory, and fewer where they are larger than about `budget` characters
 * together: what a stranger sends must not fill the memory.
 */
export function createEventLog(epoch: string, capacity = 5000, budget = 8 * 1024 * 1024): EventLog {
  const kept = new Map<number, Kept>()
  const listeners = new Set<() => void>()
  let seq = 0
  let oldest = 1
  let total = 0

  function dropOldest(): void {
    total -= kept.get(oldest)?.size ?? 0
    kept.delete(oldest)
    oldest += 1
  }

  return {
    epoch,
    get seq() {
      return seq
    },
    emit(event, payload) {
      seq += 1
      const size = roughSize(payload)
      // `event` and `payload` belong together by the signature, which a union of pairs cannot express.
      kept.set(seq, { event: { seq, event, payload } as LoggedEvent, size })
      total += size
      // The newest stays whatever its size, or nobody would ever hear of it.
      while (kept.size > 1 && (kept.size > capacity || total > budget)) dropOldest()
      for (const listener of listeners) listener()
    },
    after(from, limit, size = Number.POSITIVE_INFINITY) {
      if (from > seq || from < oldest - 1) return null
      const found: LoggedEvent[] = []
      let left = size
      for (let next = from + 1; next <= seq && found.length < limit; next += 1) {
        const entry = kept.get(next)
        if (!entry || (found.length > 0 && entry.size > left)) break
        left -= entry.size
        found.push(entry.event)
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
