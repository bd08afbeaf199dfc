/** Failures that arrived while nobody looked, until somebody does. */
export interface Unseen {
  readonly count: number
  /** So many failures have arrived; `isWatched` while one of the app's windows has the focus. */
  arrived(failures: number, isWatched: boolean): void
  /** The list of postbacks is in sight and has the focus. */
  looked(): void
}

export function createUnseen(onChange: (count: number) => void): Unseen {
  let count = 0
  const set = (next: number): void => {
    if (next === count) return
    count = next
    onChange(count)
  }
  return {
    get count() {
      return count
    },
    arrived(failures, isWatched) {
      if (!isWatched) set(count + failures)
    },
    looked() {
      set(0)
    },
  }
}
