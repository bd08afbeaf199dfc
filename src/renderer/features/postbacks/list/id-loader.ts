import type { Client } from '../../../../contract/client.ts'
import type { PostbackFilter, Sort } from '../../../../core/filter.ts'

/** Ids of one call; the contract allows no more. */
const CHUNK = 50_000
/** The next chunk is fetched when the wanted row is this near the end of what is known. */
const AHEAD = 5000

/** Loads the ids of a long list chunk by chunk, only as far as it is scrolled. */
export interface IdLoader {
  /** True once no ids are left to load. */
  readonly complete: boolean
  /** Says that the row at this index should be known. */
  want(index: number): void
}

/** `cursor` is where the first page ended, null where it was the only one. */
export function createIdLoader(
  client: Client,
  { filter, sort }: { readonly filter: PostbackFilter; readonly sort: Sort },
  cursor: string | null,
  add: (ids: readonly number[]) => void,
): IdLoader {
  let next = cursor
  let known = 0
  let wanted = 0
  let loading = false

  async function run(): Promise<void> {
    loading = true
    try {
      while (next !== null && wanted + AHEAD > known) {
        const page = await client.call('postback.ids', { filter, sort, cursor: next, newerThan: null, limit: CHUNK })
        next = page.next
        known += page.items.length
        add(page.items)
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
    want(index) {
      wanted = Math.max(wanted, index)
      if (!loading && next !== null) void run()
    },
  }
}
