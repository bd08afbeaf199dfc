import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Client } from '../../contract/client.ts'
import type { EventPayload } from '../../contract/events.ts'
import type { Expectation } from '../../core/expectation.ts'
import { createExternalStore, type ExternalStore } from './external-store.ts'
import { useClient } from './inspector.tsx'
import { sentenceOf } from './messages.ts'

/** Newest first, both. `next` leads to older ended ones. */
export interface ExpectationLists {
  readonly running: readonly Expectation[]
  readonly ended: readonly Expectation[]
  readonly next: string | null
}

type ExpectationChange = EventPayload<'expectation.changed'>

const PAGE = 50
const MOST_RUNNING = 200

/** Puts what the host tells into the lists. What is older than the loaded part of the history comes with its page. */
export function withChanges(lists: ExpectationLists, change: ExpectationChange): ExpectationLists {
  const gone = new Set([...change.removed, ...change.changed.map(({ id }) => id)])
  const kept = (all: readonly Expectation[]): readonly Expectation[] => all.filter(({ id }) => !gone.has(id))
  const isRunning = ({ outcome }: Expectation): boolean => outcome.state === 'pending'
  const oldest = lists.next === null ? Number.NEGATIVE_INFINITY : (lists.ended.at(-1)?.armedAt ?? 0)
  const ended = change.changed.filter((each) => !isRunning(each) && each.armedAt >= oldest)
  return {
    running: newestFirst([...change.changed.filter(isRunning), ...kept(lists.running)]),
    ended: newestFirst([...ended, ...kept(lists.ended)]),
    next: lists.next,
  }
}

function newestFirst(all: readonly Expectation[]): readonly Expectation[] {
  return all.toSorted((a, b) => b.armedAt - a.armedAt)
}

export type Expectations =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | ({ readonly state: 'ready' } & ExpectationLists)

/** All expectations, live. `start` listens and asks; its answer ends that. */
export interface ExpectationStore extends Pick<ExternalStore<Expectations>, 'get' | 'subscribe'> {
  readonly start: () => () => void
  /** The next older ended ones. */
  readonly loadMore: () => void
  readonly reload: () => void
}

export function createExpectationStore(client: Client): ExpectationStore {
  const store = createExternalStore<Expectations>({ state: 'loading' })
  /** What is told while the lists are on their way; null while none are. */
  let meanwhile: ExpectationChange[] | null = null
  let stopped = false

  async function read(ask: () => Promise<ExpectationLists>): Promise<void> {
    const changes: ExpectationChange[] = []
    meanwhile = changes
    let next: Expectations
    try {
      next = { state: 'ready', ...changes.reduce(withChanges, await ask()) }
    } catch (error) {
      next = { state: 'failed', sentence: sentenceOf(error) }
    }
    if (meanwhile === changes) meanwhile = null
    else return
    if (!stopped) store.set(next)
  }

  const reload = (): void =>
    void read(async () => {
      const [running, ended] = await Promise.all([
        client.call('expectation.list', { which: 'running', cursor: null, limit: MOST_RUNNING }),
        client.call('expectation.list', { which: 'ended', cursor: null, limit: PAGE }),
      ])
      // One that ended between the two answers is in both.
      const endedIds = new Set(ended.items.map(({ id }) => id))
      const stillRunning = running.items.filter(({ id }) => !endedIds.has(id))
      return { running: stillRunning, ended: ended.items, next: ended.next }
    })

  return {
    get: store.get,
    subscribe: store.subscribe,
    reload,
    loadMore() {
      const now = store.get()
      if (now.state !== 'ready' || now.next === null || meanwhile !== null) return
      const { running, ended, next: cursor } = now
      void read(async () => {
        const page = await client.call('expectation.list', { which: 'ended', cursor, limit: PAGE })
        const known = new Set(ended.map(({ id }) => id))
        return { running, ended: [...ended, ...page.items.filter(({ id }) => !known.has(id))], next: page.next }
      })
    },
    start() {
      stopped = false
      reload()
      const subscriptions = [
        client.on('expectation.changed', (change) => {
          meanwhile?.push(change)
          const now = store.get()
          if (now.state === 'ready') store.set({ state: 'ready', ...withChanges(now, change) })
        }),
        client.onResync(reload),
      ]
      return () => {
        stopped = true
        for (const unsubscribe of subscriptions) unsubscribe()
      }
    },
  }
}

export function useExpectations(): { expectations: Expectations; loadMore: () => void; reload: () => void } {
  const client = useClient()
  const store = useMemo(() => createExpectationStore(client), [client])
  useEffect(() => store.start(), [store])
  const expectations = useSyncExternalStore(store.subscribe, store.get)
  return { expectations, loadMore: store.loadMore, reload: store.reload }
}
