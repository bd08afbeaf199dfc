import { EVERYTHING, NEWEST_FIRST, type PostbackFilter, type Sort } from '../../src/core/filter.ts'
import type { PageRequest, PostbackStore } from '../../src/core/ports.ts'

/** Everything that an iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The newest first page of everything, but for what the case is about. */
export function aPageRequest(different: Partial<PageRequest> = {}): PageRequest {
  return { filter: EVERYTHING, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 100, ...different }
}

/** The ids of every page, one page after the other. `between` runs after each page. */
export async function allIds(
  store: PostbackStore,
  options: { filter?: PostbackFilter; sort?: Sort; limit?: number; between?: () => Promise<void> } = {},
): Promise<number[]> {
  const ids: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<PostbackStore['ids']>> = await store.ids(
      aPageRequest({
        filter: options.filter ?? EVERYTHING,
        sort: options.sort ?? NEWEST_FIRST,
        limit: options.limit ?? 1000,
        cursor,
      }),
    )
    ids.push(...page.items)
    cursor = page.next
    await options.between?.()
  } while (cursor !== null)
  return ids
}
