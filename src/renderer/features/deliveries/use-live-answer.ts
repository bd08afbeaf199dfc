import { useState } from 'react'
import type { PostbackSummary } from '../../../core/postback.ts'
import { useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../lib/use-on-removed.ts'

/**
 * An answer of the host's that is asked for anew when postbacks come that `concerns` it, or the replies to those in
 * it are out. Null until the first is there; where asking fails the last one stays, and the frame says why.
 */
export function useLiveAnswer<T>(
  ask: () => Promise<T>,
  occasion: string,
  concerns: (postback: PostbackSummary) => boolean,
  /** The stored requests that an answer tells of. */
  idsOf: (answer: T) => readonly number[],
): T | null {
  const [answer, setAnswer] = useState<{ readonly occasion: string; readonly value: T } | null>(null)
  const again = useCoalesced(async (isWanted) => {
    try {
      const value = await ask()
      if (isWanted()) setAnswer({ occasion, value })
    } catch {
      // Lost or gone.
    }
  }, occasion)
  useOnEvent('postback.received', ({ postbacks }) => {
    if (postbacks.some(concerns)) again()
  })
  useOnEvent('postback.replied', ({ replies }) => {
    const ids = answer === null ? [] : idsOf(answer.value)
    if (replies.some(({ id }) => ids.includes(id))) again()
  })
  useOnRemoved(again)
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') again()
  })
  useOnResync(again)
  return answer?.occasion === occasion ? answer.value : null
}
