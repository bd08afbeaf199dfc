import type { ReceiverLimits } from '../core/receiver-limits.ts'

const MINUTE = 60_000

type Bounds = Pick<ReceiverLimits, 'strayRequests' | 'strayBytes'>

/** How many stray requests, and how much of them, may still be kept. */
export interface StrayAllowance {
  /** Takes one of this size; false, and nothing is taken, where it is beyond the bounds. */
  take(bytes: number, bounds: Bounds): boolean
}

/** A minute's worth may come at once; what was taken comes back evenly within a minute. `now` in ms. */
export function createStrayAllowance(now: () => number): StrayAllowance {
  // Parts of a minute's worth that are taken: the bounds may change meanwhile.
  let requests = 0
  let size = 0
  let at = now()
  return {
    take(bytes, { strayRequests, strayBytes }) {
      const back = Math.max(0, now() - at) / MINUTE
      at = now()
      requests = Math.max(0, requests - back)
      size = Math.max(0, size - back)
      const nextRequests = requests + 1 / strayRequests
      const nextSize = size + bytes / strayBytes
      // A rounding error is less than a thousandth of one request.
      const full = 1 + 0.001 / strayRequests
      if (nextRequests > full || nextSize > full) return false
      requests = nextRequests
      size = nextSize
      return true
    },
  }
}
