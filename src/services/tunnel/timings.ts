/** Every span that the supervisor waits, in ms. Tests shorten them. */
export interface TunnelTimings {
  /** The patience of a first opening, and of every third one after it: for a server that is only slow. */
  readonly openDeadlineMs: number
  /** The patience of the others: they soon find a server that swallowed one request and is back. */
  readonly reopenDeadlineMs: number
  /** Between two looks while all is well. */
  readonly probeEveryMs: number
  /** How long such a look may take. Together with the confirming look it bounds how late a dead tunnel is noticed. */
  readonly probeTimeoutMs: number
  /** After the first miss, before the look that confirms it. */
  readonly confirmAfterMs: number
  readonly probeWhenDegradedMs: number
  /** How long a look may take before something is given up for it: when degraded, and just after opening. */
  readonly patientProbeTimeoutMs: number
  /** While this machine has no network; looking then costs nobody anything. */
  readonly probeWhenOfflineMs: number
  /** After a 429. */
  readonly probeWhenBusyMs: number
  /** Looks after an opening, until the first right echo: so many, this far apart, within this time. */
  readonly verifyTries: number
  readonly verifyEveryMs: number
  readonly verifyForMs: number
  readonly backoffFirstMs: number
  /** The longest wait while the server cannot be reached: nobody is bothered by it, and its return must not be missed. */
  readonly unreachableBackoffMs: number
  /** The longest wait while the server answers, but opens no tunnel. */
  readonly backoffMaxMs: number
  /** A server that refuses us has decided so: after so many failures in a row it is asked less often. */
  readonly patientAfter: number
  readonly patientBackoffMs: number
  /** How long to leave a server alone that has too much to do and does not say for how long. */
  readonly busyBackoffMs: number
  /** A tunnel that lived this long is replaced at once when it ends. */
  readonly stableAfterMs: number
}

/**
 * A silent death is noticed after at most 29 + 2.25 + 0.25 + 2.25 = 33.75 s. A server that is back is found within
 * five seconds, however long it was away: the back-off, or the next question of an attempt under way, and a second and
 * a half for the name that its last holder, we, still seem to have. Chance takes up to half of each wait away.
 */
export const DEFAULT_TIMINGS: TunnelTimings = {
  openDeadlineMs: 20_000,
  reopenDeadlineMs: 5_000,
  probeEveryMs: 29_000,
  probeTimeoutMs: 2_250,
  confirmAfterMs: 250,
  probeWhenDegradedMs: 3_000,
  patientProbeTimeoutMs: 5_000,
  probeWhenOfflineMs: 3_000,
  probeWhenBusyMs: 60_000,
  verifyTries: 4,
  verifyEveryMs: 400,
  verifyForMs: 10_000,
  backoffFirstMs: 500,
  unreachableBackoffMs: 1_500,
  backoffMaxMs: 4_000,
  patientAfter: 20,
  patientBackoffMs: 30_000,
  busyBackoffMs: 4_000,
  stableAfterMs: 20_000,
}
