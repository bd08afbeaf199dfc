import { useEffect, useEffectEvent, useState } from 'react'
import type { Outage } from '../../../core/status.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { withOutage } from './list/outage-marks.ts'

const DAY = 86_400_000

/** Every span in which nobody could have reached us, oldest first, live. */
export function useOutages(): readonly Outage[] {
  const client = useClient()
  const [outages, setOutages] = useState<readonly Outage[]>([])
  const load = useEffectEvent(async () => {
    try {
      const found = await client.call('outage.list', { from: 0, to: Date.now() + DAY })
      setOutages(found.toSorted((a, b) => a.from - b.from))
    } catch {
      // Without them the list is poorer, not wrong; the next resync asks again.
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another client is another host
  useEffect(() => void load(), [client])
  useOnEvent('outage.changed', ({ outage }) => setOutages((all) => withOutage(all, outage)))
  useOnResync(() => void load())
  return outages
}
