import { useId } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { useClient } from '../../lib/inspector.tsx'
import { FoldedTimeLine } from './time-line.tsx'
import { useLiveAnswer } from './use-live-answer.ts'

/** Under an open postback: how often this reward was delivered, and what each attempt was answered. */
export function DeliverySection({ detail }: { detail: PostbackDetail }) {
  const client = useClient()
  const id = useId()
  const w = words().deliveries
  const series = useLiveAnswer(
    () => client.call('delivery.series', { id: detail.id }),
    String(detail.id),
    ({ userId, rewardAmount }) => userId === detail.userId && rewardAmount === detail.rewardAmount,
    ({ attempts }) => attempts.map((attempt) => attempt.id),
  )
  // One attempt that got its reply is no story.
  if (detail.kind !== 'postback' || series === null) return null
  if (series.attempts.length < 2 && detail.reply.ending === undefined) return null
  return (
    <section aria-labelledby={id} className="border-t border-line px-4 py-3">
      <h3 id={id} className="text-s font-semibold text-muted">
        {w.title}
      </h3>
      <p className="mb-1.5 text-s text-muted">{w.text}</p>
      <FoldedTimeLine key={String(series.attempts.length > 1)} attempts={series.attempts} current={detail.id} />
      {(series.earlier || series.later) && (
        <p className="mt-1 text-s text-muted">{w.more[!series.later ? 'before' : series.earlier ? 'both' : 'after']}</p>
      )}
    </section>
  )
}
