import type { Inspector } from '../../src/app/inspector.ts'
import type { LoggedEvent } from '../../src/contract/events.ts'
import { type Overview, overviewSchema } from '../../src/contract/procedures.ts'

/** What the app shows outside its windows rests on this part of the overview. */
export type Mirrored = Pick<Overview, 'receiver' | 'tunnel' | 'store' | 'endpoints' | 'settings'>

/** The inspector's state as it is now, and what happens to it. */
export interface Mirror {
  readonly current: Mirrored
  /** Called for each event, when `current` has it; with null where too many came at once and all was read anew. */
  on(listener: (event: LoggedEvent | null) => void): void
  /** Ends following. */
  close(): void
}

/** Resolves when the state is known. */
export async function mirror(inspector: Pick<Inspector, 'log' | 'router'>): Promise<Mirror> {
  const { log, router } = inspector
  const listeners = new Set<(event: LoggedEvent | null) => void>()
  let seen = log.seq
  let current = await read()
  let stopped = false

  async function read(): Promise<Mirrored> {
    return overviewSchema.parse(await router.call('app.overview', {}))
  }

  function take(): void {
    const found = log.after(seen, Number.POSITIVE_INFINITY)
    seen = log.seq
    if (found === null) {
      // More came at once than is kept: what changed is read, and what came is not told one by one.
      void read().then(
        (fresh) => {
          if (stopped) return
          current = fresh
          for (const listener of listeners) listener(null)
        },
        () => {},
      )
      return
    }
    for (const event of found) {
      current = withEvent(current, event)
      for (const listener of listeners) listener(event)
    }
  }

  // What came while it was read is in it already, and every event carries a whole value.
  take()
  const stop = log.onEmit(take)
  return {
    get current() {
      return current
    },
    on(listener) {
      listeners.add(listener)
    },
    close() {
      stopped = true
      stop()
    },
  }
}

function withEvent(state: Mirrored, event: LoggedEvent): Mirrored {
  switch (event.event) {
    case 'receiver.changed':
      return { ...state, receiver: event.payload }
    case 'tunnel.changed':
      return { ...state, tunnel: event.payload }
    case 'store.changed':
      return { ...state, store: event.payload }
    case 'endpoint.changed':
      return { ...state, endpoints: event.payload.endpoints }
    case 'settings.changed':
      return { ...state, settings: event.payload.settings }
    default:
      return state
  }
}
