import { Unplug } from 'lucide-react'
import { answerOf, endingOf } from '../../../../core/deliveries.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'

/** What was answered, in the list's column: a status, or what was done on purpose instead. */
export function ReplyCell({ reply }: { reply: PostbackSummary['reply'] }) {
  const ending = endingOf(reply)
  if (ending === 'complete') return reply.senderGone ? <Gone status={reply.status} /> : String(reply.status)
  const { word, title } = words().postbacks.reply[ending]
  return (
    <span className="text-muted italic" title={title}>
      <span aria-hidden="true">{ending === 'cut' ? `${String(reply.status)} ${word}` : word}</span>
      <span className="only-heard">{answerOf(reply)}</span>
    </span>
  )
}

function Gone({ status }: { status: number }) {
  const w = words().postbacks.reply
  return (
    <span className="inline-flex items-center gap-1 text-warn" title={w.senderGone}>
      <Unplug aria-hidden="true" size={12} />
      <s aria-hidden="true">{String(status)}</s>
      <span className="only-heard">{w.statusSenderGone(status)}</span>
    </span>
  )
}
