/** The rule that says how much of the history is kept, put into practice: behind the start, and every few minutes. */
import type { HistorySettings, RemovalRecords, RemovalSelection } from '../core/clearing.ts'
import { EVERYTHING } from '../core/filter.ts'
import { type PostbackStore, StoreError } from '../core/ports.ts'
import { errorsWords } from '../words/of/errors.ts'

const DAY_MS = 24 * 60 * 60_000
/** The screen and the first captures are worth more. */
const START_AFTER_MS = 15_000
const EVERY_MS = 5 * 60_000
/** Few wait for so long: what is added up over all users begins anew after each removal. Many are this share of all. */
const FEW_EVERY_MS = 60 * 60_000
const MANY = 0.05
/** A change is put into practice after this long: it may have been a slip. */
const CHANGED_AFTER_MS = 10_000

export interface RetentionOptions {
  readonly store: Pick<PostbackStore, 'removals' | 'counts'>
  readonly rule: () => HistorySettings
  readonly now: () => number
  readonly onBug: (error: unknown) => void
  /** For tests, in ms. */
  readonly startAfterMs?: number
  readonly changedAfterMs?: number
}

export interface Retention {
  /** What this rule would remove now, and what of it is marked and stays. */
  readonly preview: (rule: HistorySettings) => Promise<{ readonly requests: number; readonly marked: number }>
  /** The rule may be another now. */
  readonly changed: () => void
  readonly close: () => void
}

export function createRetention(options: RetentionOptions): Retention {
  const { store, rule, now, onBug, startAfterMs = START_AFTER_MS, changedAfterMs = CHANGED_AFTER_MS } = options
  let inForce = JSON.stringify(rule())
  let closed = false
  let removedAt = Number.NEGATIVE_INFINITY
  let timer = setTimeout(run, startAfterMs)
  timer.unref()

  function plan(ms: number): void {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(run, ms)
    timer.unref()
  }

  function run(): void {
    removeNow()
      .catch((error: unknown) => {
        // The disk refuses, or another removal has begun: the next turn comes.
        if (!(error instanceof StoreError)) onBug(error)
      })
      .finally(() => plan(EVERY_MS))
  }

  /** One part of the rule at a turn: the first that finds something to remove. */
  async function removeNow(): Promise<void> {
    if (store.removals.progress().state === 'running') return
    for (const { what, selection } of await partsOf(store.removals, rule(), now())) {
      const { requests } = await store.removals.preview(selection)
      if (closed || requests === 0 || !(await isWorthIt(requests))) continue
      await store.removals.begin({ cause: 'retention', what, selection, total: requests })
      removedAt = performance.now()
      return
    }
  }

  async function isWorthIt(requests: number): Promise<boolean> {
    if (performance.now() - removedAt >= FEW_EVERY_MS) return true
    const { total } = await store.counts(EVERYTHING)
    return requests >= total * MANY
  }

  return {
    async preview(wanted) {
      const parts = await partsOf(store.removals, wanted, now())
      const [first, second] = parts
      const numbers = (selection: RemovalSelection) => store.removals.preview(selection)
      if (first === undefined) return { requests: 0, marked: 0 }
      const one = await numbers(first.selection)
      if (second === undefined) return { requests: one.requests, marked: one.marked }
      const two = await numbers(second.selection)
      // The first goes by time and the second by number: what both remove is counted once.
      const both = await numbers({ ...first.selection, upTo: second.selection.upTo })
      return {
        requests: one.requests + two.requests - both.requests,
        marked: one.marked + two.marked - both.marked,
      }
    },
    changed() {
      const wanted = JSON.stringify(rule())
      if (wanted === inForce) return
      inForce = wanted
      removedAt = Number.NEGATIVE_INFINITY
      plan(changedAfterMs)
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function partsOf(
  removals: Pick<RemovalRecords, 'newestId' | 'beyondNewest'>,
  { keepDays, keepRequests }: HistorySettings,
  now: number,
): Promise<readonly { readonly what: string; readonly selection: RemovalSelection }[]> {
  const parts: { what: string; selection: RemovalSelection }[] = []
  if (keepDays !== null) {
    parts.push({
      what: errorsWords().removal.olderThan(keepDays),
      selection: { filter: { ...EVERYTHING, to: now - keepDays * DAY_MS }, ids: null, upTo: await removals.newestId() },
    })
  }
  const upTo = keepRequests === null ? null : await removals.beyondNewest(keepRequests)
  if (keepRequests !== null && upTo !== null) {
    parts.push({
      what: errorsWords().removal.beyond(keepRequests),
      selection: { filter: EVERYTHING, ids: null, upTo },
    })
  }
  return parts
}
