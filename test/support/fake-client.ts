import type { Client } from '../../src/contract/client.ts'
import { CallError } from '../../src/contract/errors.ts'
import type { EventName, EventPayload } from '../../src/contract/events.ts'
import type { Input, Output, ProcedureName } from '../../src/contract/procedures.ts'

/** The calls that a case needs; any other is refused. */
export type FakeCalls = { [P in ProcedureName]?: (input: Input<P>) => Promise<Output<P>> | Output<P> }

export interface FakeClient extends Client {
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void
  resync(): void
  /** Names of the procedures called so far, oldest first. */
  readonly called: readonly ProcedureName[]
}

/** A client without a host: calls are answered by the functions given, events come from `emit`. */
export function createFakeClient(calls: FakeCalls): FakeClient {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>()
  const resyncListeners = new Set<() => void>()
  const called: ProcedureName[] = []
  return {
    called,
    async call(procedure, input) {
      called.push(procedure)
      const answer = calls[procedure]
      if (!answer) throw new CallError('not-found', `The fake knows no ${procedure}.`)
      return await answer(input)
    },
    on(event, listener) {
      const set = listeners.get(event) ?? new Set()
      listeners.set(event, set)
      // Only payloads of this very event are given to this set.
      const anyListener = listener as (payload: unknown) => void
      set.add(anyListener)
      return () => set.delete(anyListener)
    },
    onResync(listener) {
      resyncListeners.add(listener)
      return () => resyncListeners.delete(listener)
    },
    onState(listener) {
      listener('connected')
      return () => undefined
    },
    close: () => undefined,
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload)
    },
    resync() {
      for (const listener of resyncListeners) listener()
    },
  }
}
