import type { Handlers } from '../../contract/router.ts'
import type { PostbackStore } from '../../core/ports.ts'
import type { Settings } from '../../core/settings.ts'
import type { EffectiveSettings } from '../effective-settings.ts'
import type { ReceiverControl } from '../receiver-control.ts'

/** Changing settings: what can be refused is tried first, so that a refusal leaves everything as it was. */
export function settingsHandlers(parts: {
  readonly store: PostbackStore
  readonly settings: EffectiveSettings
  readonly receiver: ReceiverControl
  readonly onChange: (settings: Settings) => Promise<void>
}) {
  const { store, settings, receiver } = parts
  // One after the other: each is compared with what the one before has put in force.
  let queue: Promise<unknown> = Promise.resolve()

  async function save(wanted: Settings): Promise<Settings> {
    const before = settings.current.receiver
    // What to do about a taken port matters at the next start; another port is listened on at once, and so is any
    // where nothing listens.
    const moves = wanted.receiver.port !== before.port || receiver.status.state !== 'listening'
    if (moves) await receiver.listen(wanted.receiver)
    const toSave = settings.toSave(wanted)
    try {
      await store.saveSettings(toSave)
    } catch (error) {
      if (moves) await receiver.listen(before)
      throw error
    }
    settings.apply(wanted, toSave)
    receiver.setLimits(wanted.receiver.limits)
    await parts.onChange(wanted)
    return wanted
  }

  return {
    'settings.save': ({ settings: wanted }) => {
      const saved = queue.then(() => save(wanted))
      queue = saved.catch(() => {})
      return saved
    },
  } satisfies Partial<Handlers>
}
