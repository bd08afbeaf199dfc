import { DEFAULT_RECEIVER_LIMITS, type ReceiverLimits as UserLimits } from '../../core/receiver-limits.ts'

/**
 * What the receiver lets a stranger use: the bounds that a user may set, described beside their defaults in
 * `core/receiver-limits.ts`, and two of its own. Sizes in bytes, times in ms. Each is a refusal, never a crash.
 */
export interface ReceiverLimits extends UserLimits {
  /** How often the times are looked at: by so much each may be exceeded. */
  readonly checkInterval: number
  /** How long closing waits for requests under way. */
  readonly closeTimeout: number
}

export const DEFAULT_LIMITS: ReceiverLimits = { ...DEFAULT_RECEIVER_LIMITS, checkInterval: 2_000, closeTimeout: 2_000 }
