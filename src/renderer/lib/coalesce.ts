/** Runs something as often as it is asked for, but only once at a time and not too often. */
export interface Coalescer {
  /** Asks for a run. Any number of requests during a run make one more run after it. */
  ask(): void
  close(): void
}

/** Waiting as the browser does it; tests bring their own. */
export interface Timers {
  set(callback: () => void, delayMs: number): number
  clear(timer: number): void
  now(): number
}

export const windowTimers: Timers = {
  set: (callback, delayMs) => window.setTimeout(callback, delayMs),
  clear: (timer) => {
    window.clearTimeout(timer)
  },
  now: () => performance.now(),
}

/**
 * Between two runs lie at least `gapMs`, and `restFactor` times what the last one took: a query that is heavy on a
 * long history is asked less often, by itself. `run` must not reject; its answer is no longer wanted once this is closed.
 */
export function createCoalescer(
  run: (isWanted: () => boolean) => Promise<void>,
  { gapMs, restFactor = 9, timers = windowTimers }: { gapMs: number; restFactor?: number; timers?: Timers },
): Coalescer {
  let wanted = false
  let running = false
  let timer: number | null = null
  let closed = false

  function start(): void {
    timer = null
    if (closed || !wanted) return
    wanted = false
    running = true
    const startedAt = timers.now()
    void run(() => !closed).finally(() => {
      running = false
      if (closed) return
      const took = timers.now() - startedAt
      timer = timers.set(start, Math.max(gapMs, took * restFactor))
    })
  }

  return {
    ask() {
      wanted = true
      if (!running && timer === null) start()
    },
    close() {
      closed = true
      if (timer !== null) timers.clear(timer)
    },
  }
}
