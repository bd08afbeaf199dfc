import { answerOf, endingOf } from '../../../../core/deliveries.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { formatDuration, formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { HeadersTable } from './headers-table.tsx'

/** What was answered, and what became of it. */
export function ReplyView({ detail }: { detail: PostbackDetail }) {
  const { reply, replyHeaders, replyBody } = detail
  const ending = endingOf(reply)
  const nothingSent = ending === 'silence' || ending === 'reset'
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-mono font-semibold">{answerOf(reply)}</span> <ReplyOutcome detail={detail} />
      </p>
      {!nothingSent && replyHeaders.length > 0 && <HeadersTable label="Reply headers" headers={replyHeaders} />}
      {nothingSent ? null : replyBody === '' ? (
        <p className="text-muted">Without a body.</p>
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
  if (ending === 'reset') {
    return (
      <span className="text-muted">
        {senderGone
          ? 'was planned, but the sender had closed the connection before.'
          : `on purpose: the connection was reset without a reply${after === null ? '' : ` ${after} after arrival`}.`}
      </span>
    )
  }
  if (after === null) return <span className="text-muted">on purpose: the sender is still waiting.</span>
  return (
    <span className="text-muted">
      on purpose:{' '}
      {senderGone ? `the sender gave up after ${after}.` : `the receiver closed the connection after ${after}.`}
    </span>
  )
}

function ReplyOutcome({ detail }: { detail: PostbackDetail }) {
  const { reply, receivedAt } = detail
  const ending = endingOf(reply)
  if (ending === 'silence' || ending === 'reset') return <NothingSent detail={detail} ending={ending} />
  if (reply.senderGone) {
    return <span className="text-warn">could not be delivered: the sender had closed the connection before.</span>
  }
  if (reply.sentAt === null) return <span className="text-muted">is not known to have been sent yet.</span>
  return (
    <span className="text-muted">
      sent at{' '}
      <time dateTime={new Date(reply.sentAt).toISOString()} title={formatTimeTitle(reply.sentAt)}>
        {formatTime(reply.sentAt, { withMs: true })}
      </time>
      , {formatDuration(reply.sentAt - receivedAt)} after arrival
      {ending === 'cut' && ', and closed on purpose after half of the body'}.
    </span>
  )
}
