import type { Client } from '../../../contract/client.ts'
import type { Output } from '../../../contract/procedures.ts'
import { EVERYTHING, NEWEST_FIRST } from '../../../core/filter.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** The request that others are compared with; null while none is marked. */
export const markedId = createExternalStore<number | null>(null)

/** How far back the same user's previous one is looked for, in stored requests of that user. */
const LOOKED_AT = 200

/** The stored request of the same user before this one, or null. */
export async function previousOfUser(client: Client, detail: PostbackDetail): Promise<number | null> {
  if (detail.userId === null) return null
  const filter = { ...EVERYTHING, userId: detail.userId, to: detail.receivedAt + 1 }
  let cursor: string | null = null
  let left = LOOKED_AT
  do {
    const request = { filter, sort: NEWEST_FIRST, cursor, newerThan: null, limit: left }
    const page: Output<'postback.page'> = await client.call('postback.page', request)
    const found = page.items.find(({ id }) => id < detail.id)
    if (found) return found.id
    left -= page.items.length
    cursor = page.next
  } while (cursor !== null && left > 0)
  return null
}
