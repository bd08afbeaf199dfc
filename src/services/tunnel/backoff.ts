import type { TunnelTimings } from './timings.ts'

type BackoffTimings = Pick<TunnelTimings, 'backoffFirstMs' | 'backoffMaxMs' | 'patientAfter' | 'patientBackoffMs'>

/**
 * How long to wait after so many failures in a row, in whole ms: nothing after none, then doubling from the first
 * span up to the longest. `random` (0 ≤ random < 1) takes up to half of it away, so that the clients of a server
 * that went down do not all come back in the same instant.
 */
export function backoffMs(failures: number, timings: BackoffTimings, random: number): number {
  if (failures <= 0) return 0
  const longest = failures > timings.patientAfter ? timings.patientBackoffMs : timings.backoffMaxMs
  // The exponent is bounded, or a long outage would end at Infinity · 0.
  const span = Math.min(timings.backoffFirstMs * 2 ** Math.min(failures - 1, 30), longest)
  return Math.round(span * (1 - random / 2))
}
