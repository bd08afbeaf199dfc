import type { Client } from '../../../../contract/client.ts'
import type { PostbackFilter, Sort } from '../../../../core/filter.ts'
import type { Timers } from '../../../lib/coalesce.ts'
import { windowVisible } from '../../../lib/window-visible.ts'

/** Ids of one call; the contract allows no more. */
const CHUNK = 50_000
/** The next chunk is fetched when the wanted row is this near the end of what is known; fewer where each takes long. */
const AHEAD = 5000
const AHEAD_SEARCHING = 100
/** Between two looks through a long history, in ms: captures are to have the machine as well. */
const REST_MS = 40

/** Loads the ids of a long list chunk by chunk, only as far as it is scrolled. */
export interface IdLoader {
  /** True once no ids are left to load. */
  readonly complete: boolean
  /** True while a long history is looked through for rows that are wanted. */
  readonly searching: boolean
  /** Says that the row at this index should be known. */
  want(index: number): void
  /** Nothing is asked for any more. */
  close(): void
}

export interface IdLoading {
  readonly filter: PostbackFilter
  readonly sort: Sort
  /** Where the first page ended, null where it was the only one, and how many rows it had. */
  readonly cursor: string | null
  readonly known: number
  /** Whether it ended before it was full: the store is looking for what matches. */
  readonly short: boolean
  readonly timers: Timers
}

/** `add` is called for each chunk, also for an empty one: whether it is still searched may have changed. */
export function createIdLoader(
  client: Client,
  { filter, sort, cursor, known: alreadyKnown, short, timers }: IdLoading,
  add: (ids: readonly number[]) => void,
): IdLoader {
  let next = cursor
  let known = alreadyKnown
  let wanted = 0
  let loading = false
  let closed = false
  let isShort = short && cursor !== null

  const isWanted = (): boolean => !closed && next !== null && wanted + (isShort ? AHEAD_SEARCHING : AHEAD) > known

  async function run(): Promise<void> {
    loading = true
    try {
      while (isWanted()) {
        const page = await client.call('postback.ids', { filter, sort, cursor: next, newerThan: null, limit: CHUNK })
        next = page.next
        known += page.items.length
        isShort = next !== null && page.items.length < CHUNK
        if (!isWanted()) loading = false
        add(page.items)
        if (!isShort) continue
        await new Promise<void>((resolve) => {
          timers.set(resolve, REST_MS)
        })
        await windowVisible()
      }
    } catch {
      // Scrolling on asks again; what is known stays.
    } finally {
      loading = false
    }
  }

  return {
    get complete() {
      return next === null
    },
    get searching() {
      return loading && isShort
    },
    want(index) {
      wanted = Math.max(wanted, index)
      if (!loading && isWanted()) void run()
    },
    close() {
      closed = true
    },
  }
}
