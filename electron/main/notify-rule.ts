/** What a notification says, and where in the screen it leads. Nothing in it comes from outside. */
export interface Told {
  readonly title: string
  readonly body: string
  readonly hash: string
}

/** The clock and timers that a rule runs by; `after` answers with the timer's end. */
export interface Clock {
  after(ms: number, run: () => void): () => void
}

/** After one notification, the next about the same matter comes no sooner. */
export const QUIET_MS = 60_000

/** Notifications about one matter: the first at once, then one for all that came since, no more than one a minute. */
export interface NotifyRule {
  /** Something happened. It may be told now, later with others, or never. */
  offer(told: Told): void
  /** The user looks at the app: what waited is told by the screen itself. */
  seen(): void
}

/**
 * `mayTell` is asked at the moment of telling: whether nobody looks, and the user wants it. `summary` puts several that
 * waited into one, the newest among them.
 */
export function createNotifyRule(parts: {
  readonly clock: Clock
  readonly mayTell: () => boolean
  readonly tell: (told: Told) => void
  readonly summary: (count: number, newest: Told) => Told
}): NotifyRule {
  let waiting = 0
  let newest: Told | null = null
  let isQuiet = false

  function tell(told: Told): void {
    isQuiet = true
    parts.tell(told)
    parts.clock.after(QUIET_MS, () => {
      isQuiet = false
      const [count, last] = [waiting, newest]
      forget()
      if (last !== null && parts.mayTell()) tell(count === 1 ? last : parts.summary(count, last))
    })
  }

  function forget(): void {
    waiting = 0
    newest = null
  }

  return {
    offer(told) {
      if (!parts.mayTell()) return
      if (!isQuiet) {
        tell(told)
        return
      }
      waiting += 1
      newest = told
    },
    seen: forget,
  }
}
