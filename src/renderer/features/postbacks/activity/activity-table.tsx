import { memo } from 'react'
import type { ActivityBucket } from '../../../../core/ports.ts'
import { formatDuration, formatMoment } from '../../../lib/format.ts'
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
  const filled = buckets.filter((bucket) => totalOf(bucket) > 0)
  return (
    <div className="only-heard">
      <table>
        <caption>Arrivals by verdict, a row for each {formatDuration(sliceMs)} in which something arrived</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Pass</th>
            <th scope="col">Warning</th>
            <th scope="col">Fail</th>
            <th scope="col">Other</th>
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
