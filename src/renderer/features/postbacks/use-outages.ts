import { useState } from 'react'
import type { Outage } from '../../../core/status.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { withOutage } from './list/outage-marks.ts'

const DAY = 86_400_000

/** Every span in which nobody could have reached us, oldest first, live. */
export function useOutages(): readonly Outage[] {
  const client = useClient()
  const [outages, setOutages] = useState<readonly Outage[]>([])
  const ask = useCoalesced(async (isWanted) => {
    try {
      const found = await client.call('outage.list', { from: 0, to: Date.now() + DAY })
      if (isWanted()) setOutages(found.toSorted((a, b) => a.from - b.from))
    } catch {
      // Without them the list is poorer, not wrong; the next resync asks again.
    }
  }, client)
  useOnEvent('outage.changed', ({ outage }) => setOutages((all) => withOutage(all, outage)))
  useOnResync(ask)
  return outages
}
