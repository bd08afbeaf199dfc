import { useRef } from 'react'
import { useOnEvent } from './inspector.tsx'

/** Calls back when requests have gone from the history: at the end of a removal, and every so often while it runs, in ms. */
export function useOnRemoved(onRemoved: () => void, everyMs = 1000): void {
  const last = useRef({ at: Number.NEGATIVE_INFINITY, removed: 0 })
  useOnEvent('clearing.progressed', ({ state, removed }) => {
    if (state === 'idle' || state === 'waiting') return
    const now = performance.now()
    const isDue = state !== 'running' || (removed !== last.current.removed && now - last.current.at >= everyMs)
    if (!isDue) return
    last.current = { at: now, removed }
    onRemoved()
  })
}
