import { useState } from 'react'
import { isSame, rebase } from './rebase.ts'

/** What a form holds while it is edited, beside what is saved. */
export interface Draft<D> {
  readonly value: D
  readonly dirty: boolean
  set(change: (value: D) => D): void
  /** Back to what is saved. */
  reset(): void
}

/**
 * A form's values, starting from the saved ones. When the saved ones change elsewhere (another window, undo), the
 * untouched fields follow; what is being typed is kept. `D` is plain data.
 */
export function useDraft<D extends object>(saved: D): Draft<D> {
  const [state, setState] = useState({ base: saved, value: saved })
  let current = state
  if (!isSame(saved, state.base)) {
    current = { base: saved, value: rebase(state.value, state.base, saved) }
    // React's way to adjust state to a changed prop: set while rendering, before anything is drawn.
    setState(current)
  }
  return {
    value: current.value,
    dirty: !isSame(current.value, current.base),
    set: (change) => setState((now) => ({ ...now, value: change(now.value) })),
    reset: () => setState((now) => ({ ...now, value: now.base })),
  }
}
