/** A clock that stands still until the test moves it. */
export interface HandClock {
  after(ms: number, run: () => void): () => void
  /** Moves on by so many ms; what is due runs in its order. */
  advance(ms: number): void
}

export function handClock(): HandClock {
  let now = 0
  let timers: { readonly at: number; readonly run: () => void }[] = []
  return {
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}
