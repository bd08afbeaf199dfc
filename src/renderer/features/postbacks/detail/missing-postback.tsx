import { useEffect, useState } from 'react'
import type { Removal } from '../../../../core/clearing.ts'
import { formatMoment, formatPlural } from '../../../lib/format.ts'
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
  if (removal === null) {
    return (
      <EmptyState title={`There is no postback ${String(id)}`}>
        The history holds none with this number: it is no longer kept, or the link is from another installation.
      </EmptyState>
    )
  }
  const at = formatMoment(removal.endedAt ?? removal.startedAt, now)
  return (
    <EmptyState title={`Postback ${String(id)} is no longer kept`}>
      {removal.firstId === removal.lastId
        ? 'It was'
        : `${formatPlural(removal.removed, 'request')} from ${String(removal.firstId)} to ${String(removal.lastId)} were`}{' '}
      removed from the history {removal.cause === 'retention' ? 'by the rule of what is kept' : 'by hand'}, {at}. What
      names it stays as it was said.
    </EmptyState>
  )
}
