/** Lets so many through in any second, in the order in which they came; a whole second's worth may go at once. */
export interface RateLimit {
  /** Resolves when it is this one's turn, with false where the signal aborted before. */
  take(signal?: AbortSignal): Promise<boolean>
}

const WINDOW_MS = 1000

export function createRateLimit(perSecond: number): RateLimit {
  /** When the last ones went, oldest first; never more than a second's worth. */
  const went: number[] = []
  let queue: Promise<void> = Promise.resolve()

  async function turn(signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return false
    const oldest = went.length < perSecond ? undefined : went[0]
    const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS - performance.now()
    if (waitMs > 0 && !(await pause(waitMs, signal))) return false
    if (oldest !== undefined) went.shift()
    went.push(performance.now())
    return true
  }

  return {
    take(signal) {
      const mine = queue.then(() => turn(signal))
      queue = mine.then(() => {})
      return mine
    },
  }
}

/** Waits; false where the signal aborted meanwhile. Never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve(false)
      return
    }
    const end = (whole: boolean): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      resolve(whole)
    }
    const onAbort = (): void => end(false)
    const timer = setTimeout(() => end(true), ms)
    signal?.addEventListener('abort', onAbort)
  })
}
