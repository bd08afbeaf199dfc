import type { View } from '../../../core/place.ts'
import type { ActionsWords } from '../../../words/en/actions.ts'
import { words } from '../../../words/words.ts'

/** The id of an action that is known wherever the user is. */
export type ActionId = keyof ActionsWords['entries']

/**
 * Where an action can be done. `postback`: where an open postback is, beside the list or in its own window (`window`);
 * `first-run`: the steps that stand in the place of an empty list; `conformance`: that part of the simulator.
 */
export type ActionPlace = View | 'everywhere' | 'postback' | 'window' | 'first-run' | 'conformance'

/** What is known of an action wherever the user is: how it is called, found and pressed; the texts in the present language. */
export interface ActionEntry {
  /** A plain command: “Copy the dashboard URL”. */
  readonly title: string
  /** Where the list of keys files it. */
  readonly group: string
  readonly places: readonly ActionPlace[]
  /** The keys that it comes with; `mod+k`, `?`, `g p`, see `parseCombo`. */
  readonly keys: readonly string[]
  /** Other words that find it in the palette. */
  readonly words: string
  /** Holding the key down does it again and again: for moving through a list. */
  readonly repeats: boolean
  /** Only the desktop app has it. */
  readonly desktopOnly: boolean
}

/** An entry as it is written down; its texts are in the words, by its id. */
interface Written {
  readonly key?: string | readonly string[]
  readonly repeats?: boolean
  readonly desktopOnly?: boolean
}

/** The actions of one group, by id. */
export function actionsOf<Id extends ActionId>(
  group: keyof ActionsWords['groups'],
  places: readonly ActionPlace[],
  written: Readonly<Record<Id, Written>>,
): Record<Id, ActionEntry> {
  // The keys of an object are strings to the compiler; these are the given ones.
  const entries = (Object.entries<Written>(written) as [Id, Written][]).map(
    ([id, { key = [], repeats, desktopOnly }]) => [
      id,
      {
        get title() {
          return words().actions.entries[id].title
        },
        get group() {
          return words().actions.groups[group]
        },
        get words() {
          return words().actions.entries[id].words
        },
        places,
        keys: typeof key === 'string' ? [key] : key,
        repeats: repeats ?? false,
        desktopOnly: desktopOnly ?? false,
      } satisfies ActionEntry,
    ],
  )
  return Object.fromEntries(entries) as Record<Id, ActionEntry>
}

/** Places that can be on the screen together beside being the same. */
const TOGETHER: readonly (readonly [ActionPlace, ActionPlace])[] = [
  ['postbacks', 'postback'],
  ['postback', 'window'],
]

/** Whether two actions can both be possible at one time, so that one key cannot mean both. */
export function canMeet(one: readonly ActionPlace[], other: readonly ActionPlace[]): boolean {
  return one.some((a) =>
    other.some(
      (b) =>
        a === b ||
        a === 'everywhere' ||
        b === 'everywhere' ||
        TOGETHER.some(([first, second]) => (first === a && second === b) || (first === b && second === a)),
    ),
  )
}
