import { useEffect, useEffectEvent, useState } from 'react'
import type { ForwardAttempt } from '../../../core/forward-records.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'

/** What became of one postback at the backend, as it comes in; null until it is here. */
export function useForwards(postbackId: number): readonly ForwardAttempt[] | null {
  const client = useClient()
  const [answer, setAnswer] = useState<{ id: number; attempts: readonly ForwardAttempt[] } | null>(null)
  const read = useEffectEvent(async (id: number) => {
    try {
      const attempts = await client.call('forward.attempts', { postbackId: id })
      // Of two answers under way the longer one is the newer one: attempts are only ever added.
      setAnswer((now) => (now?.id === id && now.attempts.length > attempts.length ? now : { id, attempts }))
    } catch {
      // A lost connection is said elsewhere, and what was missed comes with the next resync.
    }
  })
  useEffect(() => {
    // Not in the effect itself: what is set is an answer from outside.
    queueMicrotask(() => void read(postbackId))
  }, [postbackId])
  useOnEvent('forward.changed', (changed) => {
    if (changed.postbackId === postbackId) void read(postbackId)
  })
  useOnResync(() => void read(postbackId))
  return answer?.id === postbackId ? answer.attempts : null
}
