import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Sort } from '../../../../core/filter.ts'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import {
  createHistoryList,
  type HistoryList,
  type HistoryQuery,
  type HistorySnapshot,
  isNewestFirst,
} from './history-list.ts'

/** The history under a filter and a sort, kept up with what arrives. `query` must keep its identity. */
export function useHistoryList(query: HistoryQuery, paused: boolean): HistoryList {
  const client = useClient()
  const [list] = useState(() => createHistoryList(client, (flush) => requestAnimationFrame(flush)))
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
  useOnResync(() => list.reload())
  return list
}

/** Redraws with every change of the list, so it stands only where that is meant. */
export function useHistorySnapshot(list: HistoryList): HistorySnapshot {
  return useSyncExternalStore(list.subscribe, list.getSnapshot)
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
