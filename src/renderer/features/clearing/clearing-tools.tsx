import { useEffect } from 'react'
import { EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import { shownFilter } from './clearing-state.ts'

/** Notes what the list shows, so that it can be offered for clearing. Draws nothing. */
export function ClearingScope({ filter }: { filter: PostbackFilter }) {
  useEffect(() => {
    shownFilter.update(() => filter)
    return () => shownFilter.update(() => EVERYTHING)
  }, [filter])
  return null
}
