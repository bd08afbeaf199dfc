/** How often the clock is looked at, and which gap means that the machine stood still. */
const LOOK_EVERY_MS = 2_000
const ASLEEP_FROM_MS = 10_000

/**
 * Notices that the machine slept by a gap between two looks at the clock: works where no power events are to be
 * had, and catches a suspended process as well. Returns its end.
 */
export function watchSleep(onGap: (from: number, to: number) => void): () => void {
  let last = Date.now()
  const timer = setInterval(() => {
    const now = Date.now()
    if (now - last > ASLEEP_FROM_MS) onGap(last, now)
    last = now
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}
