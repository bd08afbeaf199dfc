import type { ComparedReply } from '../../../core/compare.ts'
import { words } from '../../../words/words.ts'
import { formatDuration } from '../../lib/format.ts'
import { BodyComparison } from './body-comparison.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { MarkedText } from './marked-text.tsx'
import { namedRows } from './named-rows.tsx'

/** Two replies: status and time, headers, body. */
export function ReplyComparison({ reply, sides }: { reply: ComparedReply; sides: readonly [string, string] }) {
  const w = words().ui.comparison
  const { status, leftMs, rightMs } = reply
  const time = (ms: number | null): string => (ms === null ? w.timeUnknown : formatDuration(ms))
  return (
    <div className="flex flex-col gap-2">
      <ComparisonTable
        label={w.reply}
        sides={sides}
        rows={[
          {
            key: 'status',
            name: w.status,
            change: status.same ? 'same' : 'changed',
            left: <MarkedText text={status.left} other={status.right} side="left" />,
            right: <MarkedText text={status.right} other={status.left} side="right" />,
          },
          { key: 'time', name: w.time, change: 'same', left: time(leftMs), right: time(rightMs) },
        ]}
      />
      {reply.headers.length > 0 && (
        <ComparisonTable label={w.replyHeaders} sides={sides} rows={namedRows(reply.headers)} />
      )}
      <BodyComparison label={w.replyBodies} body={reply.body} />
    </div>
  )
}
