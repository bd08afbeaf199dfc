import type { Outage } from './status.ts'

/** A span in which nothing could reach us, in ms; `to` is null while it lasts. */
export type Unreachable = Pick<Outage, 'from' | 'to'>

/**
 * What the newest arrivals say about whether they still come. Lengths in ms of time in which we could be reached.
 *
 * `coming`: the present pause is nothing special. `quiet`: it is longer than usual. `stopped`: it is far longer than usual
 * and than every pause among the arrivals that were looked at. With too few of them nothing is said of how often they come.
 */
export type ArrivalPace =
  | { readonly state: 'none' }
  | { readonly state: 'few'; readonly lastAt: number; readonly earlier: number }
  | {
      readonly state: 'coming' | 'quiet' | 'stopped'
      readonly lastAt: number
      /** How many before the last one were looked at. */
      readonly earlier: number
      /** Of the pauses between them. */
      readonly averageMs: number
      readonly longestMs: number
      /** Since the last one. */
      readonly silentMs: number
    }

/** So many pauses say how long one usually is. */
const FEWEST_PAUSES = 5
/** Shorter than this no silence means anything, however fast they came. */
const LEAST_SILENCE_MS = 30_000
/** So many average pauses are longer than usual, and so many are far longer; of the longest one, so many. */
const QUIET = 3
const STOPPED = 10
const STOPPED_OF_LONGEST = 2

/** `times` are the newest arrivals, in any order; all of them, or enough to tell a pace by. In ms since the epoch. */
export function paceOf(times: readonly number[], unreachable: readonly Unreachable[], now: number): ArrivalPace {
  const ordered = times.toSorted((a, b) => a - b)
  const lastAt = ordered.at(-1)
  if (lastAt === undefined) return { state: 'none' }
  const pauses = ordered.slice(1).map((at, index) => reachableMs(ordered[index] ?? at, at, unreachable, now))
  const earlier = pauses.length
  if (earlier < FEWEST_PAUSES) return { state: 'few', lastAt, earlier }
  const averageMs = pauses.reduce((sum, pause) => sum + pause, 0) / earlier
  const longestMs = Math.max(...pauses)
  const silentMs = reachableMs(lastAt, Math.max(lastAt, now), unreachable, now)
  const state = stateOf(silentMs, averageMs, longestMs)
  return { state, lastAt, earlier, averageMs, longestMs, silentMs }
}

function stateOf(silentMs: number, averageMs: number, longestMs: number): 'coming' | 'quiet' | 'stopped' {
  if (silentMs < LEAST_SILENCE_MS || silentMs <= QUIET * averageMs) return 'coming'
  return silentMs > STOPPED * averageMs && silentMs > STOPPED_OF_LONGEST * longestMs ? 'stopped' : 'quiet'
}

/** How much of `[from, to)` we could be reached, in ms. */
export function reachableMs(from: number, to: number, unreachable: readonly Unreachable[], now: number): number {
  let left = to - from
  let until = from
  for (const outage of unreachable.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(outage.from, until)
    const end = Math.min(outage.to ?? now, to)
    if (end <= start) continue
    left -= end - start
    until = end
  }
  return left
}
