import { memo } from 'react'
import type { ActivityBucket } from '../../../../core/ports.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatMoment } from '../../../lib/format.ts'
import { verdictWord } from '../../../ui/verdict-mark.tsx'
import { totalOf } from './slices.ts'

/** The strip's numbers for those who do not see it. */
export const ActivityTable = memo(function ActivityTable({
  buckets,
  sliceMs,
  today,
}: {
  buckets: readonly ActivityBucket[]
  sliceMs: number
  /** Any moment of today. */
  today: number
}) {
  const w = words().activity
  const filled = buckets.filter((bucket) => totalOf(bucket) > 0)
  return (
    <div className="only-heard">
      <table>
        <caption>{w.tableCaption(formatDuration(sliceMs))}</caption>
        <thead>
          <tr>
            <th scope="col">{w.from}</th>
            <th scope="col">{verdictWord('pass')}</th>
            <th scope="col">{verdictWord('warn')}</th>
            <th scope="col">{verdictWord('fail')}</th>
            <th scope="col">{w.other}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((bucket) => (
            <tr key={bucket.from}>
              <th scope="row">{formatMoment(bucket.from, today)}</th>
              <td>{bucket.pass}</td>
              <td>{bucket.warn}</td>
              <td>{bucket.fail}</td>
              <td>{bucket.other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})
