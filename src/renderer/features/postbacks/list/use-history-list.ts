import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Sort } from '../../../../core/filter.ts'
import { createFrames } from '../../../lib/frames.ts'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import { useOnRemoved } from '../../../lib/use-on-removed.ts'
import {
  createHistoryList,
  type HistoryList,
  type HistoryQuery,
  type HistorySnapshot,
  isNewestFirst,
} from './history-list.ts'

/** While requests are removed the list is read anew this often, in ms. */
const RELOAD_EVERY_MS = 3000

/** The history under a filter and a sort, kept up with what arrives. `query` must keep its identity. */
export function useHistoryList(query: HistoryQuery, paused: boolean): HistoryList {
  const client = useClient()
  const [list] = useState(() => createHistoryList(client, createFrames()))
  useEffect(() => {
    list.open()
    return () => list.close()
  }, [list])
  useEffect(() => list.show(query), [list, query])
  useEffect(() => list.pause(paused), [list, paused])
  useOnEvent('postback.received', ({ postbacks }) => list.received(postbacks))
  useOnEvent('postback.replied', ({ replies }) => list.replied(replies))
  useOnEvent('mark.changed', ({ marks }) => list.marked(marks))
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') list.reload()
  })
  useOnRemoved(() => list.reload(), RELOAD_EVERY_MS)
  useOnResync(() => list.reload())
  return list
}

/** Redraws with every change of the list, so it stands only where that is meant. */
export function useHistorySnapshot(list: HistoryList): HistorySnapshot {
  return useSyncExternalStore(list.subscribe, list.getSnapshot)
}

/** The number of rows changes with every frame while much arrives; nobody reads it that fast. */
const CALM_MS = 250

/** The same for what is only read: at most four times a second, but at once where another list or state is shown. */
export function useCalmSnapshot(list: HistoryList): HistorySnapshot {
  const [shown, setShown] = useState(list.getSnapshot)
  useEffect(() => {
    let timer: number | null = null
    let last = list.getSnapshot()
    let takenAt = Number.NEGATIVE_INFINITY
    const take = (): void => {
      if (timer !== null) window.clearTimeout(timer)
      timer = null
      last = list.getSnapshot()
      takenAt = performance.now()
      setShown(last)
    }
    take()
    const stop = list.subscribe(() => {
      const { state, listing, searching } = list.getSnapshot()
      const another = state !== last.state || listing !== last.listing || searching !== last.searching
      if (another || performance.now() - takenAt >= CALM_MS) take()
      else timer ??= window.setTimeout(take, CALM_MS)
    })
    return () => {
      stop()
      if (timer !== null) window.clearTimeout(timer)
    }
  }, [list])
  return shown
}

const MINUTE = 60_000

/** When the list's newest arrived, to the minute; null for a list that does not start with it. */
export function useNewestAt(list: HistoryList, sort: Sort): number | null {
  const newestAt = (): number | null => {
    const at = isNewestFirst(sort) ? list.rowAt(0)?.receivedAt : undefined
    return at === undefined ? null : Math.floor(at / MINUTE) * MINUTE
  }
  return useSyncExternalStore(list.subscribe, newestAt)
}
