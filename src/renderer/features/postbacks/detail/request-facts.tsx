import type { PostbackDetail } from '../../../../core/postback.ts'
import { formatDuration, formatTimeTitle, isoTime } from '../../../lib/format.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'

/** When it came, from where, and how long it took. */
export function RequestFacts({ detail, endpointName }: { detail: PostbackDetail; endpointName: string | null }) {
  const { receivedAt, remoteAddress, remotePort, httpVersion, reply } = detail
  const facts: readonly (readonly [string, string | null])[] = [
    ['Number', String(detail.id)],
    ['Endpoint', endpointName],
    [
      'From',
      remoteAddress === null ? null : `${remoteAddress}${remotePort === null ? '' : `, port ${String(remotePort)}`}`,
    ],
    ['HTTP', httpVersion],
    ['Replied after', reply.sentAt === null ? null : formatDuration(reply.sentAt - receivedAt)],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <dt className="text-muted">Arrived</dt>
      <dd className="flex items-center gap-1 tabular-nums">
        <time dateTime={isoTime(receivedAt)} className="whitespace-pre-line">
          {formatTimeTitle(receivedAt)}
        </time>
        <CopyButton text={isoTime(receivedAt)} label="Copy the time as ISO 8601" size="s" />
      </dd>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 wrap-anywhere tabular-nums">
                <VisibleText text={value} max={300} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
