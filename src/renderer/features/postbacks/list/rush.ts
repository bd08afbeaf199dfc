import { useCallback, useState, useSyncExternalStore } from 'react'
import type { HistoryList } from './history-list.ts'

/** About half of what a usual window shows: with that many new rows a drawing, hardly any row is seen twice. */
const MANY = 12
/** So many drawings in a row must bring fewer before it counts as over: to change over costs as much as to draw all. */
const CALM_DRAWINGS = 60

/**
 * Whether so much arrives that most of what is in sight is another with each drawing. Rows then keep their places and
 * change their texts, which costs a third of making them anew.
 */
export interface Rush {
  arrived(count: number): void
  /** To be called with each drawing. Answers whether `isOn` is another than before. */
  drawn(): boolean
  readonly isOn: () => boolean
}

export function createRush(): Rush {
  let count = 0
  let calm = 0
  let on = false
  return {
    arrived(more) {
      count += more
    },
    drawn() {
      const before = on
      calm = count >= MANY ? 0 : calm + 1
      if (count >= MANY) on = true
      else if (calm >= CALM_DRAWINGS) on = false
      count = 0
      return on !== before
    },
    isOn: () => on,
  }
}

export function useRush(list: HistoryList): boolean {
  const [rush] = useState(createRush)
  const subscribe = useCallback(
    (changed: () => void) => {
      const stopArrivals = list.onArrival((rows) => rush.arrived(rows.length))
      const stopDrawings = list.subscribe(() => {
        if (rush.drawn()) changed()
      })
      return () => {
        stopArrivals()
        stopDrawings()
      }
    },
    [list, rush],
  )
  return useSyncExternalStore(subscribe, rush.isOn)
}
