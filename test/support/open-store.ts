import { onTestFinished } from 'vitest'
import { READER_URL } from '../../src/app/reader-url.ts'
import type { PostbackStore, StoreEvent } from '../../src/core/ports.ts'
import { createSqlitePostbackStore, type StoreOptions } from '../../src/services/store/sqlite-postback-store.ts'

/** A store that is closed when the test is over; closing it earlier does no harm. */
export async function openStore(options: Partial<StoreOptions> & Pick<StoreOptions, 'folder'>): Promise<PostbackStore> {
  const store = await createSqlitePostbackStore({ appVersion: '1.2.3', readerUrl: READER_URL, ...options })
  onTestFinished(() => store.close())
  return store
}

/** Resolves with the first event that fits. */
export function storeEvent<E extends StoreEvent>(
  store: PostbackStore,
  fits: (event: StoreEvent) => event is E,
): Promise<E> {
  return new Promise((resolve) => {
    const stop = store.on((event) => {
      if (!fits(event)) return
      stop()
      resolve(event)
    })
  })
}

/** Resolves when a re-reading of the history is over. Ask for it before the change that starts one. */
export function rereadDone(store: PostbackStore): Promise<Extract<StoreEvent, { type: 'reread' }>> {
  return storeEvent(
    store,
    (event): event is Extract<StoreEvent, { type: 'reread' }> =>
      event.type === 'reread' && event.progress.state === 'done',
  )
}
