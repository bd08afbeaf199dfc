import { useState } from 'react'

/** What a form holds while it is edited, beside what is saved. */
export interface Draft<D> {
  readonly value: D
  readonly dirty: boolean
  set(change: (value: D) => D): void
  /** Back to what is saved. */
  reset(): void
}

/**
 * A form's values, starting from the saved ones. When the saved ones change elsewhere (another window, undo), an
 * untouched form follows; what is being typed is kept. `D` is plain data.
 */
export function useDraft<D>(saved: D): Draft<D> {
  const [state, setState] = useState({ base: saved, value: saved })
  let current = state
  if (!same(saved, state.base)) {
    current = { base: saved, value: same(state.value, state.base) ? saved : state.value }
    // React's way to adjust state to a changed prop: set while rendering, before anything is drawn.
    setState(current)
  }
  return {
    value: current.value,
    dirty: !same(current.value, current.base),
    set: (change) => setState((now) => ({ ...now, value: change(now.value) })),
    reset: () => setState((now) => ({ ...now, value: now.base })),
  }
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
