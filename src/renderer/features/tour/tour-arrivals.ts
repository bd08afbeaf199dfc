import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Client } from '../../../contract/client.ts'
import { EVERYTHING, NEWEST_FIRST } from '../../../core/filter.ts'
import type { PostbackSummary } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { createExternalStore, type ExternalStore } from '../../lib/external-store.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { tourUser } from './tour-steps.ts'

const PAGE = 100
/** A tour sends four; whoever repeats steps for fun must not load the screen. */
const MOST_ARRIVALS = 200

/** What is stored of these tours, newest first; null until it is read. `start` reads and listens; its answer ends that. */
export interface TourArrivals extends Pick<ExternalStore<readonly PostbackSummary[] | null>, 'get' | 'subscribe'> {
  readonly start: () => () => void
}

export function createTourArrivals(client: Client, tours: readonly number[]): TourArrivals {
  const users: ReadonlySet<string> = new Set(tours.map(tourUser))
  const store = createExternalStore<readonly PostbackSummary[] | null>(null)
  /** What is told since the newest reading began. */
  let since: PostbackSummary[] = []
  let stopped = false

  async function read(): Promise<void> {
    const meanwhile: PostbackSummary[] = []
    since = meanwhile
    try {
      const found = (await Promise.all([...users].map((user) => arrivalsOf(client, user)))).flat()
      if (!stopped && since === meanwhile) store.set(inOrder([...found, ...meanwhile]))
    } catch (error) {
      if (!stopped && since === meanwhile) store.update((all) => all ?? inOrder(meanwhile))
      say(words().tour.notLookedUp(sentenceOf(error)), { severity: 'error', subject: 'tour' })
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    start() {
      stopped = false
      void read()
      const subscriptions = [
        client.on('postback.received', ({ postbacks }) => {
          const own = postbacks.filter(({ userId }) => userId !== null && users.has(userId))
          since.push(...own)
          if (own.length > 0) store.update((all) => all && inOrder([...own, ...all]))
        }),
        client.on('clearing.progressed', ({ state }) => {
          if (state === 'done' || state === 'stopped') void read()
        }),
        client.on('reread.progressed', ({ state }) => {
          if (state === 'done') void read()
        }),
        client.onResync(() => void read()),
      ]
      return () => {
        stopped = true
        for (const unsubscribe of subscriptions) unsubscribe()
      }
    },
  }
}

/** A page may hold fewer than asked for before the end: only `next` says where that is. */
async function arrivalsOf(client: Client, userId: string): Promise<readonly PostbackSummary[]> {
  const found: PostbackSummary[] = []
  let cursor: string | null = null
  do {
    const page: { readonly items: readonly PostbackSummary[]; readonly next: string | null } = await client.call(
      'postback.page',
      { filter: { ...EVERYTHING, userId }, sort: NEWEST_FIRST, cursor, newerThan: null, limit: PAGE },
    )
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null && found.length < MOST_ARRIVALS)
  return found
}

function inOrder(all: readonly PostbackSummary[]): readonly PostbackSummary[] {
  const byId = new Map(all.map((each) => [each.id, each]))
  return [...byId.values()].toSorted((one, other) => other.id - one.id)
}

export function useTourArrivals(tours: readonly number[]): readonly PostbackSummary[] | null {
  const client = useClient()
  const key = tours.join(' ')
  const store = useMemo(() => createTourArrivals(client, key === '' ? [] : key.split(' ').map(Number)), [client, key])
  useEffect(() => store.start(), [store])
  return useSyncExternalStore(store.subscribe, store.get)
}
