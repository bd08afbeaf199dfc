/** When the index may be filled: the captures come first, and a machine that is busy with them is left to them. */

/** Captures a second from which on they are not disturbed. */
const BUSY_FROM = 500
/** Beyond this many requests a search has to look at a good many of them itself: captures are slowed a little then. */
const FAR_BEHIND = 50_000
/** Then it rests for so many times as long as it worked. */
const REST = 3
/** Beyond this many it has fallen behind for good, and does not rest. */
const TOO_FAR_BEHIND = 500_000
/** So many requests are worth a slice at once, fewer after a while, in ms. */
const ENOUGH = 2000
const IDLE_MS = 250

export interface Standing {
  /** Requests that are stored and not in the index. */
  readonly behind: number
  /** Captures a second, of late. */
  readonly perSecond: number
  /** Since the last slice, in ms. */
  readonly sinceWorkMs: number
  /** How long the last slice took, in ms. */
  readonly workedMs: number
}

export function isBusy(perSecond: number): boolean {
  return perSecond > BUSY_FROM
}

/** How long to wait before the next slice, or before the next look, in ms; 0: now. */
export function politeWait({ behind, perSecond, sinceWorkMs, workedMs }: Standing): number {
  if (behind > TOO_FAR_BEHIND) return 0
  if (isBusy(perSecond)) return behind > FAR_BEHIND ? Math.max(0, REST * workedMs - sinceWorkMs) : IDLE_MS
  if (behind >= ENOUGH) return 0
  return Math.max(0, IDLE_MS - sinceWorkMs)
}

/** Over which captures a second are counted, in ms. */
const WINDOW_MS = 1000

/** Captures a second, over the last one. Times are in ms and never go back. */
export class ArrivalRate {
  #arrivals: { readonly at: number; readonly count: number }[] = []

  add(count: number, at: number): void {
    this.#arrivals.push({ at, count })
    this.#forget(at)
  }

  perSecond(at: number): number {
    this.#forget(at)
    return this.#arrivals.reduce((sum, { count }) => sum + count, 0) / (WINDOW_MS / 1000)
  }

  #forget(at: number): void {
    this.#arrivals = this.#arrivals.filter((arrival) => at - arrival.at < WINDOW_MS)
  }
}
