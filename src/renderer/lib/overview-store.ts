import type { Client } from '../../contract/client.ts'
import { CallError } from '../../contract/errors.ts'
import type { Overview } from '../../contract/procedures.ts'
import type { ConnectionState } from '../../contract/transport.ts'
import { words } from '../../words/words.ts'
import { createExternalStore, type ExternalStore } from './external-store.ts'

/** What the whole screen stands on. `failure` is a sentence while the first overview could not be had. */
export interface OverviewState {
  readonly overview: Overview | null
  readonly connection: ConnectionState
  readonly failure: string | null
}

type Patch = (overview: Overview) => Overview

export interface OverviewStore extends ExternalStore<OverviewState> {
  /** Changes the overview ahead of the host's word for it. */
  patch(patch: Patch): void
  /** While held, the host's settings do not overwrite those on the screen: newer ones are on their way. */
  holdSettings(held: boolean): void
  /** Asks for everything again. */
  readonly reload: () => void
  /** Listens, and asks as soon as the host can be reached. The answer ends it. */
  start(): () => void
}

/**
 * Keeps the overview in step with the host. It listens before it asks, and what arrives while it waits is applied
 * to the answer: every event carries a whole value, so that applying one twice changes nothing.
 */
export function createOverviewStore(client: Client): OverviewStore {
  const store = createExternalStore<OverviewState>({ overview: null, connection: 'connecting', failure: null })
  let meanwhile: Patch[] | null = null
  let wantedAgain = false
  let stopped = false
  let settingsHeld = false

  function patch(change: Patch): void {
    meanwhile?.push(change)
    store.update((state) => (state.overview ? { ...state, overview: change(state.overview) } : state))
  }

  async function load(): Promise<void> {
    if (meanwhile) {
      wantedAgain = true
      return
    }
    const patches: Patch[] = []
    meanwhile = patches
    try {
      const fresh = await client.call('app.overview', {})
      const overview = patches.reduce((value, change) => change(value), keepHeldSettings(fresh))
      store.update((state) => ({ ...state, overview, failure: null }))
    } catch (error) {
      const failure = error instanceof CallError ? error.message : words().ui.host.notRead
      store.update((state) => ({ ...state, failure }))
    }
    meanwhile = null
    if (wantedAgain && !stopped) {
      wantedAgain = false
      void load()
    }
  }

  function keepHeldSettings(fresh: Overview): Overview {
    const shown = store.get().overview?.settings
    return settingsHeld && shown ? { ...fresh, settings: shown } : fresh
  }

  const subscribeAll = (): (() => void)[] => [
    client.on('receiver.changed', (receiver) => patch((o) => ({ ...o, receiver }))),
    client.on('tunnel.changed', (tunnel) => patch((o) => ({ ...o, tunnel }))),
    client.on('store.changed', (status) => patch((o) => ({ ...o, store: status }))),
    client.on('endpoint.changed', ({ endpoints }) => patch((o) => ({ ...o, endpoints }))),
    client.on('settings.changed', ({ settings }) => {
      if (!settingsHeld) patch((o) => ({ ...o, settings }))
    }),
    client.on('url.changed', ({ change }) => patch((o) => ({ ...o, urlChange: change }))),
    client.on('notice.changed', ({ notices }) => patch((o) => ({ ...o, notices }))),
    client.on('clearing.progressed', (clearing) => patch((o) => ({ ...o, clearing }))),
    client.on('reread.progressed', (reread) => patch((o) => ({ ...o, reread }))),
    client.onResync(() => void load()),
    client.onState((connection) => {
      const before = store.get().connection
      store.update((state) => ({ ...state, connection }))
      if (connection === 'connected' && before !== 'connected') void load()
    }),
  ]

  return {
    ...store,
    patch,
    holdSettings(held) {
      settingsHeld = held
    },
    reload: () => void load(),
    start() {
      stopped = false
      const subscriptions = subscribeAll()
      return () => {
        stopped = true
        for (const unsubscribe of subscriptions) unsubscribe()
      }
    },
  }
}
