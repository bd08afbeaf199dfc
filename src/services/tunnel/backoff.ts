import type { TunnelOpenErrorCode } from './open-error.ts'
import type { TunnelTimings } from './timings.ts'

type BackoffTimings = Pick<
  TunnelTimings,
  'backoffFirstMs' | 'unreachableBackoffMs' | 'backoffMaxMs' | 'patientAfter' | 'patientBackoffMs'
>

/**
 * How long to wait after so many failures in a row, in whole ms: nothing after none, then doubling from the first
 * span up to the longest, which follows from how the latest attempt failed. `random` (0 ≤ random < 1) takes up to half
 * of it away, so that the clients of a server that went down do not all come back in the same instant.
 */
export function backoffMs(
  failures: number,
  failure: TunnelOpenErrorCode,
  timings: BackoffTimings,
  random: number,
): number {
  if (failures <= 0) return 0
  // The exponent is bounded, or a long outage would end at Infinity · 0.
  const span = Math.min(timings.backoffFirstMs * 2 ** Math.min(failures - 1, 30), longest(failures, failure, timings))
  return Math.round(span * (1 - random / 2))
}

function longest(failures: number, failure: TunnelOpenErrorCode, timings: BackoffTimings): number {
  if (failure === 'unreachable') return timings.unreachableBackoffMs
  const refused = failure === 'declined' || failure === 'name-refused'
  return refused && failures > timings.patientAfter ? timings.patientBackoffMs : timings.backoffMaxMs
}
