import { type KeySettings, OWN_KEYS } from '../../core/key-settings.ts'
import { createExternalStore } from './external-store.ts'
import { isOfSigns } from './key-combo.ts'
import { keyRefusal } from './key-rules.ts'

/** The user's choice of keys, as the settings have it. The frame of each window keeps it up to date. */
export const keySettings = createExternalStore<KeySettings>(OWN_KEYS)

/**
 * The keys that do an action now: the user's, or `own`, those it comes with. Escape stays what it is. What is stored and
 * cannot be a key here is passed over, unless the action comes with it.
 */
export function presentKeys(id: string, own: readonly string[], settings: KeySettings): readonly string[] {
  const chosen = chosenKeys(id, own, settings)
  return settings.single ? chosen : chosen.filter((combo) => !isOfSigns(combo))
}

/** The same while keys of letters alone are switched off. */
export function chosenKeys(id: string, own: readonly string[], { changed }: KeySettings): readonly string[] {
  // The ids are an object's own keys only where somebody has written them.
  const stored = Object.hasOwn(changed, id) ? changed[id] : undefined
  if (!stored) return own
  return [
    ...stored.filter((combo) => combo !== 'escape' && (own.includes(combo) || keyRefusal(combo) === null)),
    ...own.filter((combo) => combo === 'escape'),
  ]
}
