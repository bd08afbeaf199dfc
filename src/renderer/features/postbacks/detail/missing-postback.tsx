import { useEffect, useState } from 'react'
import type { Removal } from '../../../../core/clearing.ts'
import { words } from '../../../../words/words.ts'
import { formatMoment } from '../../../lib/format.ts'
import { useClient } from '../../../lib/inspector.tsx'
import { useNow } from '../../../lib/use-now.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'

/** So many removals are looked through for the one that took it. */
const LOOKED_AT = 100

/** In place of a request that is not there: removed, as far as can be told, or never there. */
export function MissingPostback({ id }: { id: number }) {
  const client = useClient()
  const now = useNow()
  const [removal, setRemoval] = useState<Removal | null>(null)
  useEffect(() => {
    let isWanted = true
    client.call('history.removals', { limit: LOOKED_AT }).then(
      (removals) => {
        const fits = ({ firstId, lastId }: Removal): boolean =>
          firstId !== null && lastId !== null && firstId <= id && id <= lastId
        if (isWanted) setRemoval(removals.find(fits) ?? null)
      },
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [client, id])
  const w = words().detail.missing
  if (removal === null) return <EmptyState title={w.title(id)}>{w.why}</EmptyState>
  const { cause, firstId, lastId, removed } = removal
  const at = formatMoment(removal.endedAt ?? removal.startedAt, now)
  return (
    <EmptyState title={w.removedTitle(id)}>
      {firstId === null || lastId === null || firstId === lastId
        ? w.removed(cause === 'retention', at)
        : w.removedAmong(removed, firstId, lastId, cause === 'retention', at)}
    </EmptyState>
  )
}
