import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { type Coalescer, createCoalescer } from './coalesce.ts'

/**
 * Runs the newest `run` at once, again whenever `occasion` changes, and about once a second while the answered
 * function is called. `isWanted` is false once the occasion is another: its answer must then be dropped.
 */
export function useCoalesced(run: (isWanted: () => boolean) => Promise<void>, occasion: unknown): () => void {
  const runNewest = useEffectEvent(run)
  const current = useRef<Coalescer | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is what `run` closes over
  useEffect(() => {
    const coalescer = createCoalescer((isWanted) => runNewest(isWanted), { gapMs: 1000 })
    current.current = coalescer
    coalescer.ask()
    return () => {
      current.current = null
      coalescer.close()
    }
  }, [occasion])
  return useCallback(() => current.current?.ask(), [])
}
