import { Unplug } from 'lucide-react'
import { answerOf, endingOf } from '../../../../core/deliveries.ts'
import type { PostbackSummary, ReplyEnding } from '../../../../core/postback.ts'

const ON_PURPOSE: Record<Exclude<ReplyEnding, 'complete'>, { word: string; title: string }> = {
  silence: { word: 'silence', title: 'No reply was sent, on purpose: the reply script says silence' },
  reset: { word: 'reset', title: 'The connection was reset without a reply, on purpose' },
  cut: { word: 'cut', title: 'The reply was cut off in mid-body, on purpose' },
}

/** What was answered, in the list's column: a status, or what was done on purpose instead. */
export function ReplyCell({ reply }: { reply: PostbackSummary['reply'] }) {
  const ending = endingOf(reply)
  if (ending === 'complete') return reply.senderGone ? <Gone status={reply.status} /> : String(reply.status)
  const { word, title } = ON_PURPOSE[ending]
  return (
    <span className="text-muted italic" title={title}>
      <span aria-hidden="true">{ending === 'cut' ? `${String(reply.status)} ${word}` : word}</span>
      <span className="only-heard">{answerOf(reply)}</span>
    </span>
  )
}

function Gone({ status }: { status: number }) {
  return (
    <span className="inline-flex items-center gap-1 text-warn" title="The sender had gone before the reply was written">
      <Unplug aria-hidden="true" size={12} />
      <s aria-hidden="true">{String(status)}</s>
      <span className="only-heard">{String(status)}, the sender had gone</span>
    </span>
  )
}
