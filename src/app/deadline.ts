/** A timer looks at the clock again after this long at most: it may be set, and the machine may have slept. */
const LONGEST_TIMER_MS = 60_000

/** Calls once the clock has reached a moment; setting another one replaces it. */
export interface Deadline {
  /** In ms since the epoch; null for none. */
  set(at: number | null): void
}

/** `onDue` is told how late it is, in ms: much where the machine slept. */
export function createDeadline(now: () => number, onDue: (lateMs: number) => void): Deadline {
  let timer: ReturnType<typeof setTimeout> | null = null

  function set(at: number | null): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (at === null) return
    const wait = Math.min(Math.max(at - now(), 0), LONGEST_TIMER_MS)
    timer = setTimeout(() => {
      const late = now() - at
      if (late < 0) set(at)
      else onDue(late)
    }, wait)
  }

  return { set }
}
