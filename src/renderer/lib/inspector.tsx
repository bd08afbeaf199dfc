import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from 'react'
import type { Client } from '../../contract/client.ts'
import type { EventName, EventPayload } from '../../contract/events.ts'
import type { Overview } from '../../contract/procedures.ts'
import type { ConnectionState } from '../../contract/transport.ts'
import { createExternalStore, useExternalStore } from './external-store.ts'
import { createOverviewStore, type OverviewState, type OverviewStore } from './overview-store.ts'

export interface Inspector {
  readonly client: Client
  readonly store: OverviewStore
}

const InspectorContext = createContext<Inspector | null>(null)

/** Gives everything below it the host. Until the first overview is here, `renderWaiting` is shown in its place. */
export function InspectorProvider({
  client,
  renderWaiting,
  children,
}: {
  client: Client
  renderWaiting: (state: OverviewState, retry: () => void) => ReactNode
  children: ReactNode
}) {
  const inspector = useMemo(() => ({ client, store: createOverviewStore(client) }), [client])
  useEffect(() => inspector.store.start(), [inspector])
  return (
    <InspectorContext value={inspector}>
      <Gate renderWaiting={renderWaiting}>{children}</Gate>
    </InspectorContext>
  )
}

function Gate({
  renderWaiting,
  children,
}: {
  renderWaiting: (state: OverviewState, retry: () => void) => ReactNode
  children: ReactNode
}) {
  const { store } = useInspector()
  const state = useExternalStore(store)
  return state.overview ? children : renderWaiting(state, store.reload)
}

/** The client and the overview's store; for hooks that change what is shown ahead of the host. */
export function useInspector(): Inspector {
  const inspector = useContext(InspectorContext)
  if (!inspector) throw new Error('InspectorProvider is missing above this component.')
  return inspector
}

export function useClient(): Client {
  return useInspector().client
}

export function useOverview(): Overview {
  const { overview } = useExternalStore(useInspector().store)
  if (!overview) throw new Error('The overview is read before it was loaded.')
  return overview
}

const NOTHING_KNOWN = createExternalStore<OverviewState>({ overview: null, connection: 'connecting', failure: null })

/** What is known of the host, also where nothing is or where no provider is above: for what must be drawn anyway. */
export function useKnownOverview(): OverviewState {
  return useExternalStore(useContext(InspectorContext)?.store ?? NOTHING_KNOWN)
}

export function useConnection(): ConnectionState {
  return useExternalStore(useInspector().store).connection
}

/** Calls the newest `handler` for each event of that name while the component is mounted. */
export function useOnEvent<E extends EventName>(event: E, handler: (payload: EventPayload<E>) => void): void {
  const client = useClient()
  const onEvent = useEffectEvent(handler)
  useEffect(() => client.on(event, (payload) => onEvent(payload)), [client, event])
}

/** Calls the newest `handler` when events were missed for good: whatever was read must be read again. */
export function useOnResync(handler: () => void): void {
  const client = useClient()
  const onResync = useEffectEvent(handler)
  useEffect(() => client.onResync(() => onResync()), [client])
}
