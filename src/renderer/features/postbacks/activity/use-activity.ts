import { useMemo, useState } from 'react'
import { concernsMarks, type PostbackFilter } from '../../../../core/filter.ts'
import type { ActivityBucket } from '../../../../core/ports.ts'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import { useCoalesced } from '../../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../../lib/use-on-removed.ts'
import type { Slices } from './slices.ts'

/** Arrivals in the slices of a span, renewed at most once a second. What is here stays until the next is. */
export function useActivity(filter: PostbackFilter, { from, to, sliceMs }: Slices): readonly ActivityBucket[] {
  const client = useClient()
  const [buckets, setBuckets] = useState<readonly ActivityBucket[]>([])
  const request = useMemo(() => ({ filter, from, to, bucketMs: sliceMs }), [filter, from, to, sliceMs])
  const ask = useCoalesced(async (isWanted) => {
    try {
      const fresh = await client.call('postback.activity', request)
      if (isWanted()) setBuckets(fresh)
    } catch {
      // The list itself says what is wrong.
    }
  }, request)
  useOnEvent('postback.received', () => ask())
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') ask()
  })
  useOnEvent('mark.changed', () => {
    if (concernsMarks(filter)) ask()
  })
  useOnRemoved(ask)
  useOnResync(() => ask())
  return buckets
}
