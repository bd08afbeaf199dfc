import { useEffect, useEffectEvent, useState } from 'react'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { useClient, useOnEvent, useOnResync } from '../../../lib/inspector.tsx'

export type DetailState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly detail: PostbackDetail }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly error: unknown }

/** Everything that was kept of one request; read again after a re-reading. The one before stays until it is here. */
export function useDetail(id: number): { detail: DetailState; retry: () => void } {
  const client = useClient()
  const [detail, setDetail] = useState<DetailState>({ state: 'loading' })
  const isOpen = useEffectEvent((asked: number) => asked === id)

  const load = useEffectEvent(async (asked: number) => {
    let next: DetailState
    try {
      const found = await client.call('postback.detail', { id: asked })
      next = found ? { state: 'ready', detail: found } : { state: 'missing' }
    } catch (error) {
      next = { state: 'failed', error }
    }
    if (isOpen(asked)) setDetail(next)
  })

  useEffect(() => void load(id), [id])
  useOnEvent('postback.replied', ({ replies }) => {
    const reply = replies.find((one) => one.id === id)
    if (!reply) return
    const { sentAt, senderGone } = reply
    setDetail((now) =>
      now.state === 'ready' && now.detail.id === id
        ? { ...now, detail: { ...now.detail, reply: { ...now.detail.reply, sentAt, senderGone } } }
        : now,
    )
  })
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') void load(id)
  })
  useOnResync(() => void load(id))
  return { detail, retry: () => void load(id) }
}
