import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { type Coalescer, createCoalescer } from './coalesce.ts'

/**
 * Runs the newest `run` at once, again whenever `occasion` changes, and about once a second while the answered
 * function is called. `isWanted` is false once the occasion is another: its answer must then be dropped.
 */
export function useCoalesced(run: (isWanted: () => boolean) => Promise<void>, occasion: unknown): () => void {
  const runNewest = useEffectEvent((isWanted: () => boolean, _occasion: unknown) => run(isWanted))
  const current = useRef<Coalescer | null>(null)
  useEffect(() => {
    const coalescer = createCoalescer((isWanted) => runNewest(isWanted, occasion), { gapMs: 1000 })
    current.current = coalescer
    coalescer.ask()
    return () => {
      current.current = null
      coalescer.close()
    }
  }, [occasion])
  return useCallback(() => current.current?.ask(), [])
}
