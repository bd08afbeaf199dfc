import { useEffect, useState, useSyncExternalStore } from 'react'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import { createHistoryList, type HistoryList, type HistoryQuery, type HistorySnapshot } from './history-list.ts'

/** The history under a filter and a sort, kept up with what arrives. `query` must keep its identity. */
export function useHistoryList(query: HistoryQuery, paused: boolean): { list: HistoryList; snapshot: HistorySnapshot } {
  const client = useClient()
  const [list] = useState(() => createHistoryList(client, (flush) => requestAnimationFrame(flush)))
  const snapshot = useSyncExternalStore(list.subscribe, list.getSnapshot)
  useEffect(() => {
    list.open()
    return () => list.close()
  }, [list])
  useEffect(() => list.show(query), [list, query])
  useEffect(() => list.pause(paused), [list, paused])
  useOnEvent('postback.received', ({ postbacks }) => list.received(postbacks))
  useOnEvent('postback.replied', ({ replies }) => list.replied(replies))
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') list.reload()
  })
  useOnResync(() => list.reload())
  return { list, snapshot }
}
