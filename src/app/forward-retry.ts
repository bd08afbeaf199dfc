import type { ForwardFailure } from '../core/forward-records.ts'
import type { SendOutcome } from '../core/outgoing.ts'

/** The first pause and the longest of our own, in ms. */
export const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** A backend that asks for more than this (`Retry-After`) is not tried again. */
const LONGEST_WISH_MS = 3_600_000

/** Failures that may pass by themselves. A certificate or a wrong protocol will not. */
const PASSING: ReadonlySet<ForwardFailure['code']> = new Set(['refused', 'dns', 'timeout', 'reset', 'unreachable'])

type Attempted = Pick<SendOutcome, 'reply'> & { readonly failure: ForwardFailure | null }

/** Worth another attempt: no reply for a passing reason, a 5xx, or a 429. A reply that was cut off is one. */
export function mayPass({ reply, failure }: Attempted): boolean {
  if (reply !== null) return reply.status >= 500 || reply.status === 429
  return failure !== null && PASSING.has(failure.code)
}

/**
 * How long to wait before the next attempt, in ms; null where the backend asks for more than is sensible. Doubles
 * each time, by a random part less, so that postbacks that failed together do not come back together.
 */
export function pauseBefore(nth: number, attempted: Attempted, firstPauseMs: number, random: number): number | null {
  const wish = retryAfterMs(attempted) ?? 0
  if (wish > LONGEST_WISH_MS) return null
  const whole = Math.min(LONGEST_PAUSE_MS, firstPauseMs * 2 ** (nth - 1))
  return Math.max(wish, Math.round(whole * (0.5 + random / 2)))
}

/** Seconds alone are read; a date would need the backend's clock to agree with ours. */
function retryAfterMs({ reply }: Attempted): number | null {
  const headers = reply?.rawHeaders ?? []
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'retry-after')
  const value = at < 0 ? '' : (headers[at + 1] ?? '').trim()
  return /^\d{1,9}$/.test(value) ? Number(value) * 1000 : null
}
