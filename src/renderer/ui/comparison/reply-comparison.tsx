import type { ComparedReply } from '../../../core/compare.ts'
import { formatDuration } from '../../lib/format.ts'
import { BodyComparison } from './body-comparison.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { MarkedText } from './marked-text.tsx'
import { namedRows } from './named-rows.tsx'

/** Two replies: status and time, headers, body. */
export function ReplyComparison({ reply, sides }: { reply: ComparedReply; sides: readonly [string, string] }) {
  const { status, leftMs, rightMs } = reply
  const time = (ms: number | null): string => (ms === null ? 'not known' : formatDuration(ms))
  return (
    <div className="flex flex-col gap-2">
      <ComparisonTable
        label="Reply"
        sides={sides}
        rows={[
          {
            key: 'status',
            name: 'Status',
            change: status.same ? 'same' : 'changed',
            left: <MarkedText text={status.left} other={status.right} side="left" />,
            right: <MarkedText text={status.right} other={status.left} side="right" />,
          },
          { key: 'time', name: 'Time', change: 'same', left: time(leftMs), right: time(rightMs) },
        ]}
      />
      {reply.headers.length > 0 && (
        <ComparisonTable label="Reply headers" sides={sides} rows={namedRows(reply.headers)} />
      )}
      <BodyComparison label="Reply bodies" body={reply.body} />
    </div>
  )
}
