import { useEffect } from 'react'
import { announce } from '../../ui/live-region.tsx'
import { addArrivals, arrivalSentence, NO_ARRIVALS } from './list/announcements.ts'
import type { HistoryList } from './list/history-list.ts'

/** Arrivals within this time are said in one sentence. */
const BATCH_MS = 3000

/** Has screen readers say what arrived: “3 postbacks, 1 failed”. */
export function useArrivalAnnouncements(list: HistoryList): void {
  useEffect(() => {
    let tally = NO_ARRIVALS
    let timer: number | null = null
    const say = (): void => {
      timer = null
      const sentence = arrivalSentence(tally)
      tally = NO_ARRIVALS
      if (sentence !== null) announce(sentence)
    }
    const stop = list.onArrival((rows) => {
      tally = addArrivals(tally, rows)
      timer ??= window.setTimeout(say, BATCH_MS)
    })
    return () => {
      stop()
      if (timer !== null) window.clearTimeout(timer)
    }
  }, [list])
}
