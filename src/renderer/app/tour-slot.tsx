import { EVERYTHING } from '../../core/filter.ts'
import { useClearing } from '../features/clearing/use-clearing.ts'
import { TourHost } from '../features/tour/tour-host.tsx'

/** The tour, with the history's own way of removing for what it has sent. */
export function TourSlot() {
  const clearing = useClearing()
  return (
    <TourHost
      onRemove={(ids) =>
        void clearing.remove({ filter: EVERYTHING, ids: [...ids], upTo: Math.max(...ids) }, ids.length)
      }
    />
  )
}
