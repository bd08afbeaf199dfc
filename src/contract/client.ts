import type { Unsubscribe } from '../core/ports.ts'
import { errorsWords } from '../words/of/errors.ts'
import { CallError } from './errors.ts'
import { type EventName, type EventPayload, events, isEventName } from './events.ts'
import { type Input, type Output, type ProcedureName, procedures } from './procedures.ts'
import type { ConnectionState, Transport } from './transport.ts'

/** The contract as the screen uses it: typed, and parsed on arrival. */
export interface Client {
  /** Rejects with a `CallError`. */
  call<P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>>
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): Unsubscribe
  /** Events were missed for good: whatever was read before must be read again. */
  onResync(listener: () => void): Unsubscribe
  onState(listener: (state: ConnectionState) => void): Unsubscribe
  close(): void
}

export function createClient(transport: Transport): Client {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>()
  const resyncListeners = new Set<() => void>()

  const unsubscribe = transport.subscribe((incoming) => {
    if (incoming.type === 'resync') {
      for (const listener of resyncListeners) listener()
      return
    }
    // A host of a newer version may say more than this client understands.
    if (!isEventName(incoming.event)) return
    const interested = listeners.get(incoming.event)
    if (!interested?.size) return
    const payload = events[incoming.event].safeParse(incoming.payload)
    if (!payload.success) return
    for (const listener of interested) listener(payload.data)
  })

  return {
    async call(procedure, input) {
      const output = await transport.call(procedure, input)
      const parsed = procedures[procedure].output.safeParse(output)
      if (!parsed.success) throw new CallError('internal', errorsWords().call.answerNotUnderstood(procedure))
      // The schema of this very procedure has just parsed it; the compiler cannot follow that through a union.
      return parsed.data as Output<typeof procedure>
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set)
      const anyListener = listener as (payload: unknown) => void
      set.add(anyListener)
      return () => {
        set.delete(anyListener)
      }
    },
    onResync(listener) {
      resyncListeners.add(listener)
      return () => {
        resyncListeners.delete(listener)
      }
    },
    onState: (listener) => transport.onState(listener),
    close() {
      unsubscribe()
      transport.close()
    },
  }
}
