import type { PostbackDetail } from '../../../../core/postback.ts'
import { formatDuration, formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { HeadersTable } from './headers-table.tsx'

/** What was answered, and what became of it. */
export function ReplyView({ detail }: { detail: PostbackDetail }) {
  const { reply, replyHeaders, replyBody } = detail
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-mono font-semibold">{reply.status}</span> <ReplyOutcome detail={detail} />
      </p>
      {replyHeaders.length > 0 && <HeadersTable label="Reply headers" headers={replyHeaders} />}
      {replyBody === '' ? (
        <p className="text-muted">Without a body.</p>
      ) : (
        <pre className="max-h-40 overflow-auto rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all whitespace-pre-wrap">
          <VisibleText text={replyBody} max={4000} />
        </pre>
      )}
    </div>
  )
}

function ReplyOutcome({ detail }: { detail: PostbackDetail }) {
  const { reply, receivedAt } = detail
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
      , {formatDuration(reply.sentAt - receivedAt)} after arrival.
    </span>
  )
}
