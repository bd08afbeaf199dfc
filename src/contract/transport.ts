import type { Unsubscribe } from '../core/ports.ts'

/** Whether the host can be reached right now. */
export type ConnectionState = 'connecting' | 'connected' | 'disconnected'

/** What a subscriber hears. After `resync` everything read before is stale. */
export type Incoming =
  | { readonly type: 'event'; readonly event: string; readonly payload: unknown }
  | { readonly type: 'resync' }

/** One way to a host. It reconnects by itself and asks for what came since the last event it delivered. */
export interface Transport {
  /** Resolves with the raw output; rejects with a `CallError`. */
  call(procedure: string, input: unknown): Promise<unknown>
  subscribe(listener: (incoming: Incoming) => void): Unsubscribe
  /** Calls back at once with the present state, then on every change. */
  onState(listener: (state: ConnectionState) => void): Unsubscribe
  close(): void
}
