import { answerOf, endingOf } from '../../../../core/deliveries.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { Pieces } from '../../../ui/pieces.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { HeadersTable } from './headers-table.tsx'

/** What was answered, and what became of it. */
export function ReplyView({ detail }: { detail: PostbackDetail }) {
  const { reply, replyHeaders, replyBody } = detail
  const ending = endingOf(reply)
  const w = words().detail.reply
  const nothingSent = ending === 'silence' || ending === 'reset'
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-mono font-semibold">{answerOf(reply)}</span> <ReplyOutcome detail={detail} />
      </p>
      {!nothingSent && replyHeaders.length > 0 && <HeadersTable label={w.headers} headers={replyHeaders} />}
      {nothingSent ? null : replyBody === '' ? (
        <p className="text-muted">{w.withoutBody}</p>
      ) : (
        <pre className="max-h-40 overflow-auto rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all whitespace-pre-wrap">
          <VisibleText text={replyBody} max={4000} />
        </pre>
      )}
    </div>
  )
}

/** What was done on purpose instead of a reply, and what became of it. */
function NothingSent({ detail, ending }: { detail: PostbackDetail; ending: 'silence' | 'reset' }) {
  const { sentAt, senderGone } = detail.reply
  const after = sentAt === null ? null : formatDuration(sentAt - detail.receivedAt)
  const w = words().detail.reply
  if (ending === 'reset') return <span className="text-muted">{senderGone ? w.resetPlanned : w.reset(after)}</span>
  if (after === null) return <span className="text-muted">{w.waiting}</span>
  return <span className="text-muted">{senderGone ? w.gaveUp(after) : w.closed(after)}</span>
}

function ReplyOutcome({ detail }: { detail: PostbackDetail }) {
  const { reply, receivedAt } = detail
  const ending = endingOf(reply)
  if (ending === 'silence' || ending === 'reset') return <NothingSent detail={detail} ending={ending} />
  const w = words().detail.reply
  if (reply.senderGone) return <span className="text-warn">{w.notDelivered}</span>
  if (reply.sentAt === null) return <span className="text-muted">{w.notSentYet}</span>
  const time = (
    <time dateTime={new Date(reply.sentAt).toISOString()} title={formatTimeTitle(reply.sentAt)}>
      {formatTime(reply.sentAt, { withMs: true })}
    </time>
  )
  const after = formatDuration(reply.sentAt - receivedAt)
  return (
    <span className="text-muted">
      <Pieces of={ending === 'cut' ? w.sentHalf(time, after) : w.sent(time, after)} />
    </span>
  )
}
