/**
 * Bounds how many refusals are written out: whoever tries keys gets no more answers than this, and a flood of them costs
 * next to nothing. Nobody who has the key asks here, so that a flood locks nobody out.
 */
export interface RefusalBudget {
  /** True where this refusal may be answered; false: the connection is to be dropped. */
  take(): boolean
}

/** `burst` at once, then `aSecond`. `now` in ms. */
export function createRefusalBudget(burst: number, aSecond: number, now: () => number): RefusalBudget {
  let left = burst
  let at = now()
  return {
    take() {
      const time = now()
      left = Math.min(burst, left + ((time - at) / 1000) * aSecond)
      at = time
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
