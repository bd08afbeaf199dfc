import { createExternalStore } from '../lib/external-store.ts'

const MOST = 5

/** Ids of what was done by the palette in this window, the last one first. */
export const recentActions = createExternalStore<readonly string[]>([])

export function rememberAction(id: string): void {
  recentActions.update((all) => [id, ...all.filter((other) => other !== id)].slice(0, MOST))
}
