import type { ForwardAttempt, ForwardRecords, NewForwardAttempt } from '../core/forward-records.ts'
import { StoreError } from '../core/ports.ts'

/** So many attempts wait for a disk that refuses; the oldest of more are given up. */
const MOST_WAITING = 1_000

/** Keeps what came of attempts to forward; what a full disk refused is written once it writes again. */
export interface ForwardNotes {
  /** Resolves when it is written, or refused for now. Never rejects. */
  add(attempt: NewForwardAttempt): Promise<void>
  /** The store writes again. */
  retry(): Promise<void>
}

export function createForwardNotes(
  records: ForwardRecords,
  onRecorded: (attempt: ForwardAttempt) => void,
  onBug: (error: unknown) => void,
): ForwardNotes {
  let refused: NewForwardAttempt[] = []

  async function write(attempt: NewForwardAttempt): Promise<boolean> {
    try {
      onRecorded(await records.record(attempt))
    } catch (error) {
      // The store's own status says so.
      if (error instanceof StoreError) return false
      onBug(error)
    }
    return true
  }

  /** A writer that died may have written it before. */
  async function isThere({ postbackId, startedAt, mode }: NewForwardAttempt): Promise<boolean> {
    const stored = await records.attempts(postbackId).catch(() => [])
    return stored.some((attempt) => attempt.startedAt === startedAt && attempt.mode === mode)
  }

  return {
    async add(attempt) {
      if (!(await write(attempt))) refused = [...refused, attempt].slice(-MOST_WAITING)
    },
    async retry() {
      const waiting = refused
      refused = []
      for (const [at, attempt] of waiting.entries()) {
        if ((await isThere(attempt)) || (await write(attempt))) continue
        refused = [...waiting.slice(at), ...refused].slice(-MOST_WAITING)
        return
      }
    },
  }
}
