import type { Clearing, RemovalSelection } from '../../src/core/clearing.ts'
import type { PostbackStore } from '../../src/core/ports.ts'

/** Resolves with the end of a removal. Ask for it before it begins, or while it runs. */
export function removalOver(store: PostbackStore): Promise<Clearing> {
  return new Promise((resolve) => {
    const stop = store.on((event) => {
      if (event.type !== 'clearing' || event.clearing.state === 'running') return
      stop()
      resolve(event.clearing)
    })
  })
}

/** Removes all of it, and resolves with how that ended. */
export async function removeAll(store: PostbackStore, selection: RemovalSelection): Promise<Clearing> {
  const over = removalOver(store)
  await store.removals.begin({ selection, cause: 'by-hand', what: 'test' })
  return over
}
