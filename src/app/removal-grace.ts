/** A removal by hand waits a little before its first request goes: until then it can be undone, and nothing has happened. */
import {
  type Clearing,
  MOST_CHOSEN,
  type RemovalRecords,
  type RemovalRequest,
  type RemovalSelection,
} from '../core/clearing.ts'
import { StoreError } from '../core/ports.ts'
import { errorsWords } from '../words/of/errors.ts'

/** Long enough to see what was done and to take it back. */
const GRACE_MS = 10_000
/** Where another removal is under way when the time is over, it is tried again after this long, in ms. */
const RETRY_MS = 1000

export interface RemovalGraceOptions {
  readonly removals: Pick<RemovalRecords, 'begin' | 'preview' | 'progress' | 'stop'>
  readonly now: () => number
  readonly onProgress: (clearing: Clearing) => void
  readonly onBug: (error: unknown) => void
  /** For tests, in ms. */
  readonly graceMs?: number
}

export interface RemovalGrace {
  /**
   * Begins after the time of grace, or `atOnce`. Chosen requests are added to those that wait already; else it rejects with
   * `busy` while something waits or is being removed.
   */
  readonly begin: (request: RemovalRequest, atOnce: boolean) => Promise<Clearing>
  /** What waits begins now. Without effect where nothing does. */
  readonly hurry: () => Promise<void>
  /** What waits never begins; what is being removed stops. */
  readonly stop: () => Promise<void>
  readonly progress: () => Clearing
  /** What waits is given up: nothing of it was removed. */
  readonly close: () => void
}

interface Waiting {
  readonly request: RemovalRequest
  readonly total: number
  readonly beginsAt: number
  readonly timer: NodeJS.Timeout
}

export function createRemovalGrace(options: RemovalGraceOptions): RemovalGrace {
  const { removals, now, onProgress, onBug, graceMs = GRACE_MS } = options
  let waiting: Waiting | null = null
  let closed = false

  function progress(): Clearing {
    if (waiting === null) return removals.progress()
    const { request, total, beginsAt } = waiting
    const { cause, what, selection } = request
    return { state: 'waiting', cause, what, removed: 0, total, why: null, beginsAt, ids: selection.ids }
  }

  function wait(request: RemovalRequest, total: number): Clearing {
    if (waiting !== null) clearTimeout(waiting.timer)
    waiting = { request, total, beginsAt: now() + graceMs, timer: setTimeout(begin, graceMs) }
    const told = progress()
    onProgress(told)
    return told
  }

  function begin(): void {
    hurry().catch(onBug)
  }

  async function hurry(): Promise<void> {
    const due = waiting
    if (due === null) return
    clearTimeout(due.timer)
    try {
      // It still waits until it is noted down: whoever looks meanwhile sees that it is about to begin.
      await removals.begin({ ...due.request, total: due.total })
      if (waiting === due) waiting = null
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      if (closed || waiting !== due) return
      // Another one is under way, or the disk refuses.
      waiting = { ...due, timer: setTimeout(begin, RETRY_MS) }
      onProgress({ ...progress(), why: error.message })
    }
  }

  async function totalOf({ total, selection }: RemovalRequest): Promise<number> {
    return total ?? (await removals.preview(selection)).requests
  }

  return {
    async begin(request, atOnce) {
      if (atOnce) {
        if (waiting !== null) throw new StoreError('busy', errorsWords().removal.waiting)
        return removals.begin(request)
      }
      const total = await totalOf(request)
      if (waiting === null) {
        if (removals.progress().state === 'running') return removals.begin(request)
        return wait(request, total)
      }
      const together = bothOf(waiting.request.selection, request.selection)
      if (together === null) throw new StoreError('busy', errorsWords().removal.waiting)
      const what = errorsWords().removal.chosen(together.ids.length)
      return wait({ ...request, selection: together, what }, (await removals.preview(together)).requests)
    },
    hurry,
    async stop() {
      if (waiting === null) {
        await removals.stop()
        return
      }
      clearTimeout(waiting.timer)
      waiting = null
      onProgress(removals.progress())
    },
    progress,
    close() {
      closed = true
      if (waiting !== null) clearTimeout(waiting.timer)
      waiting = null
    },
  }
}

/** Chosen requests of both; null where one of them is no choice, or where they are too many. */
function bothOf(
  before: RemovalSelection,
  after: RemovalSelection,
): (RemovalSelection & { readonly ids: readonly number[] }) | null {
  if (before.ids === null || after.ids === null) return null
  const ids = [...new Set([...before.ids, ...after.ids])]
  return ids.length > MOST_CHOSEN ? null : { ...after, ids, upTo: Math.max(before.upTo, after.upTo) }
}
