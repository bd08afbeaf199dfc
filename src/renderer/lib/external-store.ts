import { useSyncExternalStore } from 'react'

/** A value outside React that components can watch. */
export interface ExternalStore<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly update: (change: (value: T) => T) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createExternalStore<T>(initial: T): ExternalStore<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const set = (next: T): void => {
    if (Object.is(next, value)) return
    value = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    set,
    update: (change) => {
      set(change(value))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

export function useExternalStore<T>(store: ExternalStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}
