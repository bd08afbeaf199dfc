import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../builders.ts'
import { randomTarget } from './traffic.ts'

/** Fills a folder's history with `count` made-up requests, spread evenly over the last `spanMs`. */
export async function seedHistory(
  folder: string,
  { count, spanMs, random }: { count: number; spanMs: number; random: () => number },
): Promise<void> {
  const store = await createSqlitePostbackStore({ folder, appVersion: 'fake' })
  const start = Date.now() - spanMs
  const summaries = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const receivedAt = Math.round(start + (index / count) * spanMs)
      return store.append(aCapturedRequest({ target: randomTarget(random), receivedAt }), OK_REPLY)
    }),
  )
  for (const { id, receivedAt } of summaries) {
    store.recordReply(id, { sentAt: receivedAt + 1 + Math.floor(random() * 8), senderGone: false })
  }
  await store.close()
}
