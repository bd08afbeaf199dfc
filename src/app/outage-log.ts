import { type PostbackStore, StoreError } from '../core/ports.ts'
import type { Outage } from '../core/status.ts'

/** Keeps the stored outages in step with what is down right now, one open outage a reason. */
export interface OutageLog {
  begin(reason: Outage['reason'], why: string): void
  end(reason: Outage['reason']): void
  /** The store writes again: what it refused is tried once more. */
  retry(): void
  /** A span that is already over. */
  add(reason: Outage['reason'], from: number, to: number, why: string): void
  /** Resolves when everything told so far is stored. */
  settled(): Promise<void>
}

export function createOutageLog(
  store: Pick<PostbackStore, 'openOutage' | 'closeOutage'>,
  onChange: (outage: Outage) => void,
  onBug: (error: unknown) => void,
): OutageLog {
  const open = new Set<Outage['reason']>()
  const stored = new Map<Outage['reason'], Outage>()
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

  async function close(outage: Outage, to: number): Promise<void> {
    await store.closeOutage(outage.id, to)
    onChange({ ...outage, to })
  }

  return {
    begin(reason, why) {
      if (open.has(reason)) return
      open.add(reason)
      const from = Date.now()
      enqueue(async () => {
        const outage = await store.openOutage(reason, from, why)
        stored.set(reason, outage)
        onChange(outage)
      })
    },
    end(reason) {
      if (!open.delete(reason)) return
      const to = Date.now()
      enqueue(async () => {
        const outage = stored.get(reason)
        if (!outage) return
        await close(outage, to)
        stored.delete(reason)
      })
    },
    retry() {
      if (refused.length > 0) enqueue(async () => {})
    },
    add(reason, from, to, why) {
      enqueue(async () => {
        await close(await store.openOutage(reason, from, why), to)
      })
    },
    settled: () => queue,
  }
}
