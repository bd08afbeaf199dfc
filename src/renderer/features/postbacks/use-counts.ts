import { useState } from 'react'
import { concernsMarks, EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import type { Counts } from '../../../core/ports.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../lib/use-on-removed.ts'

/**
 * What matches by kind and verdict, renewed about once a second while requests arrive. Null until it is known. Without a
 * filter nothing is asked.
 */
export function useCounts(filter: PostbackFilter | null): Counts | null {
  const client = useClient()
  const [counts, setCounts] = useState<Counts | null>(null)
  const ask = useCoalesced(async (isWanted) => {
    if (filter === null) return
    try {
      const fresh = await client.call('postback.counts', { filter })
      if (isWanted()) setCounts(fresh)
    } catch {
      // The list itself says what is wrong; old counts are better than none.
    }
  }, filter)
  useOnEvent('postback.received', () => ask())
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') ask()
  })
  useOnEvent('mark.changed', () => {
    if (filter !== null && concernsMarks(filter)) ask()
  })
  useOnRemoved(ask)
  useOnResync(() => ask())
  return counts
}

/**
 * How many requests are stored in all. `base` is what the counts are of: where that is everything, they say so themselves
 * and nothing more is asked.
 */
export function useStored(base: PostbackFilter, counts: Counts | null): number | null {
  const isAll = JSON.stringify(base) === JSON.stringify(EVERYTHING)
  const all = useCounts(isAll ? null : EVERYTHING)
  return (isAll ? counts : all)?.total ?? null
}
