import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatTimeTitle, isoTime } from '../../../lib/format.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'

/** When it came, from where, and how long it took. */
export function RequestFacts({ detail, endpointName }: { detail: PostbackDetail; endpointName: string | null }) {
  const { receivedAt, remoteAddress, remotePort, httpVersion, reply } = detail
  const w = words().detail.facts
  const facts: readonly (readonly [string, string | null])[] = [
    [w.number, String(detail.id)],
    [w.endpoint, endpointName],
    [w.from, remoteAddress === null || remotePort === null ? remoteAddress : w.withPort(remoteAddress, remotePort)],
    ['HTTP', httpVersion],
    [w.repliedAfter, reply.sentAt === null ? null : formatDuration(reply.sentAt - receivedAt)],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <dt className="text-muted">{w.arrived}</dt>
      <dd className="flex items-center gap-1 tabular-nums">
        <time dateTime={isoTime(receivedAt)} className="whitespace-pre-line">
          {formatTimeTitle(receivedAt)}
        </time>
        <CopyButton text={isoTime(receivedAt)} label={w.copyTime} size="s" />
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
