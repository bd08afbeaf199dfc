import { createClient } from '../../../src/contract/client.ts'
import { CallError } from '../../../src/contract/errors.ts'
import type { EventName, EventPayload } from '../../../src/contract/events.ts'
import type { Overview, ProcedureName } from '../../../src/contract/procedures.ts'
import type { ConnectionState, Incoming } from '../../../src/contract/transport.ts'
import { NO_CLEARING } from '../../../src/core/clearing.ts'
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

/** The overview of a host on which nothing has happened yet. */
export function anOverview(overrides: Partial<Overview> = {}): Overview {
  return {
    info: {
      version: '1.2.3',
      face: 'browser',
      dataFolder: '/data',
      logFolder: '/data/logs',
      platform: 'test',
      runtime: 'test',
    },
    receiver: { state: 'listening', since: 1, why: '', port: 4070, wantedPort: 4070, url: 'http://127.0.0.1:4070' },
    tunnel: {
      state: 'off',
      since: 1,
      why: 'No tunnel is wanted.',
      provider: 'none',
      url: null,
      lastProbe: null,
      reminderPage: false,
      nextAttemptAt: null,
    },
    store: { state: 'ok', since: 1, why: '' },
    endpoints: [anEndpoint()],
    settings: DEFAULT_SETTINGS,
    urlChange: null,
    reread: { state: 'idle', done: 0, total: 0, changed: 0 },
    clearing: NO_CLEARING,
    notices: [],
    ...overrides,
  }
}

/** A host in memory: a client onto it, what it was asked, and levers for what it says. */
export function aHost(options: { connected?: boolean } = {}) {
  const answers = new Map<ProcedureName, (input: unknown) => unknown>()
  const calls: { procedure: string; input: unknown }[] = []
  const listeners = new Set<(incoming: Incoming) => void>()
  const stateListeners = new Set<(state: ConnectionState) => void>()
  let state: ConnectionState = (options.connected ?? true) ? 'connected' : 'connecting'

  const client = createClient({
    async call(procedure, input) {
      calls.push({ procedure, input })
      const answer = [...answers].find(([name]) => name === procedure)?.[1]
      if (!answer) throw new CallError('not-found', procedure)
      return answer(input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onState(listener) {
      stateListeners.add(listener)
      listener(state)
      return () => stateListeners.delete(listener)
    },
    close: () => undefined,
  })
  const say = (incoming: Incoming): void => {
    for (const listener of listeners) listener(incoming)
  }
  const become = (next: ConnectionState) => (): void => {
    state = next
    for (const listener of stateListeners) listener(next)
  }
  return {
    client,
    calls,
    answer: (procedure: ProcedureName, answer: (input: unknown) => unknown) => answers.set(procedure, answer),
    emit: <E extends EventName>(event: E, payload: EventPayload<E>) => say({ type: 'event', event, payload }),
    resync: () => say({ type: 'resync' }),
    connect: become('connected'),
    disconnect: become('disconnected'),
  }
}

/** A promise that the test settles when it wants. */
export function aPromise() {
  let resolve: (value: unknown) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<unknown>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
