import type { ActionEntry, ActionId } from './action-entry.ts'
import { EVERYWHERE_ACTIONS } from './everywhere-actions.ts'
import { LIST_ACTIONS } from './list-actions.ts'
import { POSTBACK_ACTIONS } from './postback-actions.ts'
import { WORKSHOP_ACTIONS } from './workshop-actions.ts'

export type { ActionId }

/**
 * Every action that has a name of its own, whether it is possible now or not: what can be given another key. What is made
 * of the user’s data (a saved view, an endpoint) is found in the palette by its name and has no key.
 */
export const ACTIONS: Readonly<Record<ActionId, ActionEntry>> = {
  ...EVERYWHERE_ACTIONS,
  ...LIST_ACTIONS,
  ...POSTBACK_ACTIONS,
  ...WORKSHOP_ACTIONS,
}

const BY_ID: ReadonlyMap<string, ActionEntry> = new Map(Object.entries(ACTIONS))

/** What is known of an action; undefined for one that is made of data. */
export function entryOf(id: string): ActionEntry | undefined {
  return BY_ID.get(id)
}
