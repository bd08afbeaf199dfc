import type { Expectation } from '../core/expectation.ts'
import type { ExpectationWatch } from '../core/expectation-watch.ts'
import { EVERYTHING, type PostbackFilter } from '../core/filter.ts'
import type { PostbackStore } from '../core/ports.ts'

const PAGE = 500

/** `lastId`: the newest stored postback that was looked at; what arrives later has a greater one. */
export interface Replayed {
  readonly changed: readonly Expectation[]
  readonly lastId: number
}

/**
 * Hands the watch everything that an earlier run left waiting, and every stored postback that may concern it, in order
 * of arrival. What was taken by others is known to the watch before.
 */
export async function replayArrivals(
  store: Pick<PostbackStore, 'expectations' | 'page'>,
  watch: ExpectationWatch,
): Promise<Replayed> {
  const running = await allRunning(store)
  if (running.length === 0) return { changed: [], lastId: 0 }
  const from = Math.min(...running.map(({ armedAt }) => armedAt))
  const to = Math.max(...running.map(({ until }) => until))
  for (const each of await store.expectations.overlapping(from, to)) watch.add(each)
  const changed = new Map<string, Expectation>()
  const lastId = await eachArrival(store, running, { from, to: to + 1 }, (arrival) => {
    for (const each of watch.arrive(arrival)) changed.set(each.id, each)
  })
  return { changed: [...changed.values()], lastId }
}

async function allRunning({ expectations }: Pick<PostbackStore, 'expectations'>): Promise<readonly Expectation[]> {
  const found: Expectation[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof expectations.list>> = await expectations.list({
      which: 'running',
      cursor,
      limit: PAGE,
    })
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return found
}

async function eachArrival(
  store: Pick<PostbackStore, 'expectations' | 'page'>,
  running: readonly Expectation[],
  span: Pick<PostbackFilter, 'from' | 'to'>,
  take: (arrival: Parameters<ExpectationWatch['arrive']>[0]) => void,
): Promise<number> {
  const endpointIds = [...new Set(running.map(({ endpointId }) => endpointId))]
  const filter: PostbackFilter = { ...EVERYTHING, kinds: ['postback'], endpointIds, ...span }
  let cursor: string | null = null
  let lastId = 0
  do {
    const page: Awaited<ReturnType<typeof store.page>> = await store.page({
      filter,
      sort: { column: 'received', direction: 'ascending' },
      cursor,
      newerThan: null,
      limit: PAGE,
    })
    // What an archive brought was sent to somebody else, whatever its time.
    const imported = new Set(await store.expectations.importedAmong(page.items.map(({ id }) => id)))
    for (const arrival of page.items) {
      if (!imported.has(arrival.id)) take(arrival)
      lastId = arrival.id
    }
    cursor = page.next
  } while (cursor !== null)
  return lastId
}
