import type { PostbackStore } from '../core/ports.ts'
import type { Outage } from '../core/status.ts'

/** Keeps the stored outages in step with what is down right now, one open outage a reason. */
export interface OutageLog {
  begin(reason: Outage['reason'], why: string): void
  end(reason: Outage['reason']): void
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
  const enqueue = (work: () => Promise<void>): void => {
    queue = queue.then(work).catch(onBug)
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
        stored.delete(reason)
        if (outage) await close(outage, to)
      })
    },
    add(reason, from, to, why) {
      enqueue(async () => {
        await close(await store.openOutage(reason, from, why), to)
      })
    },
    settled: () => queue,
  }
}
