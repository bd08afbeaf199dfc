import type { KeySettings } from '../../../../core/key-settings.ts'
import { ACTIONS, type ActionId } from '../../../lib/actions/action-table.ts'
import { describeCombo } from '../../../lib/key-combo.ts'
import type { KeyConflict, KeyedAction } from '../../../lib/key-conflicts.ts'
import { chosenKeys } from '../../../lib/present-keys.ts'

export interface ListedAction extends KeyedAction {
  readonly id: ActionId
  readonly group: string
  readonly words: string
  readonly isChanged: boolean
}

/** Every action that can be given a key on this face, in the table's order. */
export function listedActions(settings: KeySettings, face: 'desktop' | 'browser'): readonly ListedAction[] {
  // The keys of an object are strings to the compiler; these are the table's own.
  return (Object.keys(ACTIONS) as ActionId[]).flatMap((id) => {
    const { title, places, keys, group, words, desktopOnly } = ACTIONS[id]
    if (desktopOnly && face !== 'desktop') return []
    const chosen = chosenKeys(id, keys, settings)
    return [{ id, title, group, words, places, own: keys, chosen, isChanged: Object.hasOwn(settings.changed, id) }]
  })
}

/** Whether what was typed is found in the title, the words, the group or the keys of an action. */
export function isListed({ title, words, group, chosen }: ListedAction, typed: string): boolean {
  const text = [title, words, group, ...chosen.map((combo) => describeCombo(combo).join(' '))].join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The settings with other keys for some actions. Keys that are an action's own are no change of it. */
export function withKeys(
  settings: KeySettings,
  changes: readonly { readonly id: string; readonly own: readonly string[]; readonly keys: readonly string[] }[],
): KeySettings {
  const changed = new Map(Object.entries(settings.changed))
  for (const { id, own, keys } of changes) {
    const wanted = keys.filter((combo) => combo !== 'escape')
    if (wanted.join('\n') === own.filter((combo) => combo !== 'escape').join('\n')) changed.delete(id)
    else changed.set(id, [...new Set(wanted)])
  }
  return { ...settings, changed: Object.fromEntries(changed) }
}

/** The settings with other keys for an action, of which some are taken from others. */
export function withTaken(
  settings: KeySettings,
  action: KeyedAction,
  keys: readonly string[],
  conflicts: readonly KeyConflict[],
): KeySettings {
  const losers = new Set(conflicts.map((conflict) => conflict.action))
  const lost = [...losers].map((other) => {
    const combos = conflicts.filter((conflict) => conflict.action === other).map(({ combo }) => combo)
    return { ...other, keys: other.chosen.filter((combo) => !combos.includes(combo)) }
  })
  return withKeys(settings, [{ ...action, keys }, ...lost])
}

/** The settings as they came, but for what another version knows and this one does not. */
export function withOwnKeys(settings: KeySettings): KeySettings {
  const kept = Object.entries(settings.changed).filter(([id]) => !Object.hasOwn(ACTIONS, id))
  return { ...settings, changed: Object.fromEntries(kept) }
}
