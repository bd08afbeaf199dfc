import { useState } from 'react'
import { summaryOfMark } from '../../../../core/mark.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import { useCoalesced } from '../../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../../lib/use-on-removed.ts'

export type DetailState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly detail: PostbackDetail }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly error: unknown }

/** Everything that was kept of one request; read again after a re-reading. The one before stays until it is here. */
export function useDetail(id: number): { detail: DetailState; retry: () => void } {
  const client = useClient()
  const [detail, setDetail] = useState<DetailState>({ state: 'loading' })
  const ask = useCoalesced(async (isWanted) => {
    let next: DetailState
    try {
      const found = await client.call('postback.detail', { id })
      next = found ? { state: 'ready', detail: found } : { state: 'missing' }
    } catch (error) {
      next = { state: 'failed', error }
    }
    if (isWanted()) setDetail(next)
  }, id)

  useOnEvent('postback.replied', ({ replies }) => {
    const reply = replies.find((one) => one.id === id)
    if (!reply) return
    const { sentAt, senderGone, status } = reply
    // Another reply than the planned one went out: its headers and body are to be read.
    if (status !== undefined) ask()
    setDetail((now) =>
      now.state === 'ready' && now.detail.id === id
        ? { ...now, detail: { ...now.detail, reply: { ...now.detail.reply, sentAt, senderGone } } }
        : now,
    )
  })
  useOnEvent('mark.changed', ({ marks }) => {
    const mark = marks.find((one) => one.id === id)
    if (!mark) return
    setDetail((now) =>
      now.state === 'ready' && now.detail.id === id
        ? { ...now, detail: { ...now.detail, mark: summaryOfMark(mark), note: mark.note } }
        : now,
    )
  })
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') ask()
  })
  useOnRemoved(ask)
  useOnResync(ask)
  return { detail, retry: ask }
}
