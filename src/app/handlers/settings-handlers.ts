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
  readonly onChange: (settings: Settings) => void
}) {
  const { store, settings, receiver } = parts
  return {
    'settings.save': async ({ settings: wanted }) => {
      const before = settings.current.receiver
      // What to do about a taken port matters at the next start; another port is listened on at once.
      const moves = wanted.receiver.port !== before.port
      if (moves) await receiver.listen(wanted.receiver)
      const toSave = settings.toSave(wanted)
      try {
        await store.saveSettings(toSave)
      } catch (error) {
        if (moves) await receiver.listen(before)
        throw error
      }
      settings.apply(wanted, toSave)
      parts.onChange(wanted)
      return wanted
    },
  } satisfies Partial<Handlers>
}
