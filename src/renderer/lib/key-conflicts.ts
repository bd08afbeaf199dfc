import { type ActionPlace, canMeet } from './actions/action-entry.ts'
import { isSamePress, type Press, parseCombo } from './key-combo.ts'

/** An action as far as its keys matter. */
export interface KeyedAction {
  readonly id: string
  readonly title: string
  readonly places: readonly ActionPlace[]
  /** The keys that it comes with. */
  readonly own: readonly string[]
  /** Those that the user has given it in their place, or its own. */
  readonly chosen: readonly string[]
}

/** Another action that stands in the way of a key. */
export interface KeyConflict {
  readonly action: KeyedAction
  /** The key of that action. */
  readonly combo: string
  /** The same key; one that begins the other's sequence, which would never end; or one that the new sequence begins with. */
  readonly how: 'same' | 'begins' | 'begun'
}

/**
 * Who has a combination already where `subject` can be done. What two actions share from the start is no conflict: they
 * are never possible at one time.
 */
export function conflictsOf(combo: string, subject: KeyedAction, all: readonly KeyedAction[]): readonly KeyConflict[] {
  const wanted = parseCombo(combo)
  return all.flatMap((action) => {
    if (action.id === subject.id || !canMeet(action.places, subject.places)) return []
    return action.chosen.flatMap((taken) => {
      const shared = subject.own.includes(combo) && action.own.includes(combo) && taken === combo
      const how = shared ? null : meeting(wanted, parseCombo(taken))
      return how === null ? [] : [{ action, combo: taken, how }]
    })
  })
}

function meeting(wanted: readonly Press[], taken: readonly Press[]): KeyConflict['how'] | null {
  const [first, second] = wanted
  const [takenFirst, takenSecond] = taken
  if (!first || !takenFirst || !isSamePress(first, takenFirst)) return null
  if (!second) return takenSecond ? 'begins' : 'same'
  if (!takenSecond) return 'begun'
  return isSamePress(second, takenSecond) ? 'same' : null
}
