/** Clearing the history of a folder that no inspector uses. */
import type { Clearing, RemovalPreview } from '../core/clearing.ts'
import type { PostbackFilter } from '../core/filter.ts'
import { createSqlitePostbackStore } from '../services/store/sqlite-postback-store.ts'

/**
 * Removes what the filter lets through and nobody has marked, where `confirm` agrees to what that comes to. Null where it
 * does not, or where there is nothing. Once the signal comes it ends with what is gone by then. Rejects with a `StoreError`.
 */
export async function clearFolder(
  { dataFolder, version, what }: { readonly dataFolder: string; readonly version: string; readonly what: string },
  filter: PostbackFilter,
  options: { readonly confirm: (preview: RemovalPreview) => Promise<boolean>; readonly signal: AbortSignal },
): Promise<Clearing | null> {
  const store = await createSqlitePostbackStore({ folder: dataFolder, appVersion: version })
  try {
    // One that was broken off comes first.
    await store.removals.settled()
    const selection = { filter, ids: null, upTo: await store.removals.newestId() }
    const preview = await store.removals.preview(selection)
    if (!(await options.confirm(preview)) || preview.requests === 0) return null
    const stop = (): void => void store.removals.stop().catch(() => {})
    options.signal.addEventListener('abort', stop)
    if (options.signal.aborted) return null
    await store.removals.begin({ selection, cause: 'by-hand', what })
    await store.removals.settled()
    return store.removals.progress()
  } finally {
    await store.close()
  }
}
