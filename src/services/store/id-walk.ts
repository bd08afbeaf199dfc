/** Walks through ids in order of arrival, in windows, and not for longer than somebody waits. */

/** A part of all ids, both ends included. */
export interface Stretch {
  readonly low: number
  readonly high: number
  /** Together they know all that match. */
  readonly parts: readonly Part[]
  /** Each row that a part looks at is one that matches: no windows are needed. */
  readonly direct: boolean
  /** In place of the parts: walks by itself, and looks at the budget by itself. */
  readonly stream?: (low: number, high: number, limit: number, budget: Budget) => Walked
}

/** Ids that match within both ends, in the walk's order; `limit` of them at most. */
export type Part = (low: number, high: number, limit: number) => readonly number[]

/** `reached`: all up to this id (included) were looked at; null where none are left, or where `limit` were found. */
export interface Walked {
  readonly ids: number[]
  readonly reached: number | null
}

/** Windows grow up to this while they are quicker than the one, and shrink when they are slower than the other, in ms. */
const LARGEST_WINDOW = 1 << 21
const QUICK_MS = 12
const SLOW_MS = 50

export interface Patience {
  /** How long a walk lasts that has not found enough. */
  readonly ms: number
  /** How many ids it looks at however long that takes. */
  readonly ids: number
  /** Its first window, in ids. */
  readonly window: number
}

const PATIENCE: Patience = { ms: 200, ids: 10_000, window: 4096 }
/** For rows that somebody looks at: what was found so far is shown before they think that nothing happens. */
export const AT_ONCE: Partial<Patience> = { ms: 30 }

/** What is left of somebody's patience; several walks may share it. */
export class Budget {
  readonly window: number
  readonly #until: number
  readonly #least: number
  #ids = 0

  constructor(patience: Partial<Patience> = {}) {
    const { ms, ids, window } = { ...PATIENCE, ...patience }
    this.window = window
    this.#until = performance.now() + ms
    this.#least = ids
  }

  spend(ids: number): void {
    this.#ids += ids
  }

  get isSpent(): boolean {
    return this.#ids >= this.#least && performance.now() >= this.#until
  }
}

/**
 * `stretches` lie one above the other, the lowest first, whatever the direction. `skip` answers the first id from this one
 * on, in the walk's direction, that may match at all.
 */
export function walkIds(
  stretches: readonly Stretch[],
  descending: boolean,
  limit: number,
  budget: Budget,
  skip: (id: number) => number = (id) => id,
): Walked {
  const ids: number[] = []
  const step = descending ? -1 : 1
  let size = budget.window
  for (const stretch of descending ? stretches.toReversed() : stretches) {
    if (stretch.stream !== undefined) {
      const walked = stretch.stream(stretch.low, stretch.high, limit - ids.length, budget)
      ids.push(...walked.ids)
      if (walked.reached !== null || ids.length >= limit) return { ids, reached: walked.reached }
      continue
    }
    const isWithin = (id: number): boolean => id >= stretch.low && id <= stretch.high
    const end = descending ? stretch.low : stretch.high
    let at = descending ? stretch.high : stretch.low
    while (isWithin(at)) {
      if (!stretch.direct) at = skip(at)
      if (!isWithin(at)) break
      const last = stretch.direct ? end : descending ? Math.max(end, at - size + 1) : Math.min(end, at + size - 1)
      const startedAt = performance.now()
      const [low, high] = descending ? [last, at] : [at, last]
      ids.push(
        ...inOrder(
          stretch.parts.map((part) => part(low, high, limit - ids.length)),
          descending,
        ).slice(0, limit - ids.length),
      )
      if (ids.length >= limit) return { ids, reached: null }
      budget.spend(high - low + 1)
      if (budget.isSpent) return { ids, reached: last }
      const took = performance.now() - startedAt
      if (took < QUICK_MS) size = Math.min(LARGEST_WINDOW, size * 8)
      else if (took > SLOW_MS) size = Math.max(budget.window, Math.floor(size / 2))
      at = last + step
    }
  }
  return { ids, reached: null }
}

/** One list of several, each in order; what is in two of them stands once. */
export function inOrder(lists: readonly (readonly number[])[], descending: boolean): readonly number[] {
  const [first = []] = lists
  if (lists.length < 2) return first
  const all = [...new Set(lists.flat())]
  return all.sort((a, b) => (descending ? b - a : a - b))
}
