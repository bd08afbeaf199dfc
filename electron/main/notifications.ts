import { Notification } from 'electron'
import { hostWords } from '../../src/words/of/host.ts'
import type { Told } from './notify-rule.ts'

/** Older ones are let go of: a notification that nobody holds loses its press. */
const MOST_HELD = 20

/** The system's own notifications. */
export interface Notifications {
  readonly available: boolean
  readonly why: string
  show(told: Told): void
  /** Takes away those that still stand: the user looks at the app. */
  clear(): void
}

/** `onOpen` is given the place that a pressed one leads to. */
export function createNotifications(onOpen: (hash: string) => void): Notifications {
  const held = new Set<Notification>()
  return {
    get available() {
      return Notification.isSupported()
    },
    get why() {
      const w = hostWords().notifications
      return Notification.isSupported() ? w.rule : w.none
    },
    show({ title, body, hash }) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      const letGo = (): void => {
        held.delete(notification)
      }
      notification.on('click', () => {
        letGo()
        onOpen(hash)
      })
      notification.on('failed', letGo)
      held.add(notification)
      const oldest = held.values().next().value
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      notification.show()
    },
    clear() {
      for (const notification of held) notification.close()
      held.clear()
    },
  }
}
