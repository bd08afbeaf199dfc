import type { Clock } from './notify-rule.ts'

/** What is back within this time was no loss worth a word: a tunnel is often replaced after a sleep. */
export const GRACE_MS = 10_000

/** Says once that a way in is lost, and again only after it has been there in between. */
export interface LossRule {
  /** `there`: it works. `gone`: it does not, and it should. `unwanted`: it is not meant to. */
  is(state: 'there' | 'gone' | 'unwanted'): void
}

/** `mustHaveBeen`: what was never there is not lost, such as a tunnel that is only being opened. */
export function createLossRule(parts: {
  readonly clock: Clock
  readonly mustHaveBeen: boolean
  readonly onLost: () => void
}): LossRule {
  let isArmed = !parts.mustHaveBeen
  let stop: (() => void) | null = null
  const calm = (): void => {
    stop?.()
    stop = null
  }
  return {
    is(state) {
      switch (state) {
        case 'there':
          isArmed = true
          calm()
          break
        case 'unwanted':
          isArmed = !parts.mustHaveBeen
          calm()
          break
        case 'gone':
          if (!isArmed || stop !== null) break
          stop = parts.clock.after(GRACE_MS, () => {
            isArmed = false
            stop = null
            parts.onLost()
          })
          break
        default:
          state satisfies never
      }
    },
  }
}
