import { type PostbackStore, StoreError } from '../core/ports.ts'
import type { Outage } from '../core/status.ts'

/** Keeps the stored outages in step with what is down right now, one open outage a reason. */
export interface OutageLog {
  /** `from` where it began before it was noticed; it never reaches into an outage that is already noted down. */
  begin(reason: Outage['reason'], why: string, from?: number): void
  /** False where there was none of this reason. */
  end(reason: Outage['reason']): boolean
  /** The store writes again: what it refused is tried once more. */
  retry(): void
  /** A span that is already over. */
  add(reason: Outage['reason'], from: number, to: number, why: string): void
  /** Resolves when everything told so far is stored. */
  settled(): Promise<void>
}

/** One outage on its way into the store; each step is done once, however often it has to be tried. */
interface Entry {
  readonly from: number
  stored: Outage | null
}

export function createOutageLog(
  store: Pick<PostbackStore, 'openOutage' | 'closeOutage'>,
  onChange: (outage: Outage) => void,
  onBug: (error: unknown) => void,
): OutageLog {
  const open = new Map<Outage['reason'], Entry>()
  /** Where the latest of a reason ended. */
  const ends = new Map<Outage['reason'], number>()
  // One after the other: an outage must not be closed before it has been opened.
  let queue: Promise<void> = Promise.resolve()
  // What a full disk refused is written as soon as the store writes again.
  let refused: (() => Promise<void>)[] = []
  const enqueue = (work: () => Promise<void>): void => {
    queue = queue.then(async () => {
      const waiting = [...refused, work]
      refused = []
      for (const [index, each] of waiting.entries()) {
        try {
          await each()
        } catch (error) {
          // In order: an end must find its beginning.
          refused = waiting.slice(index)
          if (!(error instanceof StoreError)) onBug(error)
          return
        }
      }
    })
  }

  /** A tunnel does not outlive a sleep, and that is the sleep's doing: what follows starts when the machine woke. */
  function notBefore(reason: Outage['reason'], from: number): number {
    const slept = reason === 'tunnel-down' ? ends.get('asleep') : undefined
    return Math.max(from, ends.get(reason) ?? from, slept ?? from)
  }

  function start(reason: Outage['reason'], why: string, from: number): Entry {
    const entry: Entry = { from, stored: null }
    enqueue(async () => {
      entry.stored = await store.openOutage(reason, from, why)
      onChange(entry.stored)
    })
    return entry
  }

  function finish(reason: Outage['reason'], entry: Entry, at: number): void {
    // A clock that was set back must not end it before it began.
    const to = Math.max(at, entry.from)
    ends.set(reason, to)
    enqueue(async () => {
      if (entry.stored === null) return
      await store.closeOutage(entry.stored.id, to)
      onChange({ ...entry.stored, to })
    })
  }

  return {
    begin(reason, why, from = Date.now()) {
      if (!open.has(reason)) open.set(reason, start(reason, why, notBefore(reason, from)))
    },
    end(reason) {
      const entry = open.get(reason)
      if (entry === undefined) return false
      open.delete(reason)
      finish(reason, entry, Date.now())
      return true
    },
    retry() {
      if (refused.length > 0) enqueue(async () => {})
    },
    add(reason, from, to, why) {
      const first = notBefore(reason, from)
      if (to > first) finish(reason, start(reason, why, first), to)
    },
    settled: () => queue,
  }
}
