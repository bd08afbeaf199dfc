import { words } from '../../words/words.ts'
import type { Action } from '../lib/keys.ts'

export interface ActionGroup {
  readonly group: string
  readonly actions: readonly Action[]
}

/** Actions by group, in order of appearance; of two with one id the newer stands. */
export function groupActions(all: readonly Action[]): readonly ActionGroup[] {
  const newest = new Map(all.map((action) => [action.id, action]))
  const groups = new Map<string, Action[]>()
  for (const action of newest.values()) {
    const group = action.group ?? words().actions.groups.general
    groups.set(group, [...(groups.get(group) ?? []), action])
  }
  return [...groups].map(([group, actions]) => ({ group, actions }))
}
