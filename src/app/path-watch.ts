import { z } from 'zod'
import { type PathChange, pathChangeSchema } from '../contract/reply-procedures.ts'
import type { Endpoint } from '../core/endpoint.ts'
import { EVERYTHING, NEWEST_FIRST } from '../core/filter.ts'
import type { PostbackStore } from '../core/ports.ts'
import { effectivePath } from '../core/secret-path.ts'

const CHANGES = 'path-changes'

/**
 * Says which endpoints have another path than the dashboard, as long as nobody has said that it was changed there
 * too. Like the watch over the public URL: it stays over restarts, and ends where the old path is back.
 */
export interface PathWatch {
  readonly changes: readonly PathChange[]
  /** An endpoint was saved. */
  changed(before: Endpoint, after: Endpoint): Promise<void>
  /** The user has put the new URL into the dashboard, or the endpoint is gone. */
  dismiss(endpointId: string): Promise<void>
}

export async function createPathWatch(
  store: Pick<PostbackStore, 'memo' | 'saveMemo' | 'page'>,
  onChange: (changes: readonly PathChange[]) => void,
): Promise<PathWatch> {
  let changes = parseChanges(await store.memo(CHANGES))

  async function set(next: readonly PathChange[]): Promise<void> {
    changes = next
    onChange(next)
    await store.saveMemo(CHANGES, next.length === 0 ? null : JSON.stringify(next))
  }

  /**
   * An endpoint that nothing was sent to before its change is only just being set up: no dashboard has its old path. What
   * comes while this is still being asked was sent to the new one.
   */
  async function wasUsed({ id }: Endpoint, changedAt: number): Promise<boolean> {
    const filter = { ...EVERYTHING, endpointIds: [id], to: changedAt }
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof store.page>> = await store.page({
        ...{ filter, sort: NEWEST_FIRST, cursor, newerThan: null, limit: 1 },
      })
      if (page.items.length > 0) return true
      cursor = page.next
    } while (cursor !== null)
    return false
  }

  return {
    get changes() {
      return changes
    },
    async changed(before, after) {
      const at = Date.now()
      const [oldPath, newPath] = [effectivePath(before), effectivePath(after)]
      if (oldPath === newPath) return
      const known = changes.find(({ endpointId }) => endpointId === after.id)
      // A secret segment is rotated because of those who know the old URL.
      const isToken = before.pathToken !== after.pathToken
      if (known === undefined && !isToken && !(await wasUsed(after, at))) return
      const others = changes.filter(({ endpointId }) => endpointId !== after.id)
      const change = { endpointId: after.id, oldPath: known?.oldPath ?? oldPath, newPath, at }
      await set(change.oldPath === newPath ? others : [...others, change])
    },
    async dismiss(id) {
      if (changes.some(({ endpointId }) => endpointId === id)) {
        await set(changes.filter(({ endpointId }) => endpointId !== id))
      }
    },
  }
}

function parseChanges(text: string | null): readonly PathChange[] {
  if (text === null) return []
  try {
    const parsed = z.array(pathChangeSchema).safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
