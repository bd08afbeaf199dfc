import { useState } from 'react'
import type { Comparison } from '../../../core/compare.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { formatDuration, formatTime } from '../../lib/format.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { BodyComparison } from '../../ui/comparison/body-comparison.tsx'
import { type ComparisonRow, ComparisonTable } from '../../ui/comparison/comparison-table.tsx'
import { MarkedText } from '../../ui/comparison/marked-text.tsx'
import { namedRows } from '../../ui/comparison/named-rows.tsx'
import { ReplyComparison } from '../../ui/comparison/reply-comparison.tsx'

/** Everything in which two requests can differ; what is the same may be hidden. */
export function CompareContent({
  left,
  right,
  comparison,
}: {
  left: PostbackDetail
  right: PostbackDetail
  comparison: Comparison
}) {
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  const w = words().compare
  const sides = [w.side(left.id), w.side(right.id)] as const
  const shown = (rows: readonly ComparisonRow[]): readonly ComparisonRow[] =>
    onlyDifferent ? rows.filter(({ change }) => change !== 'same') : rows
  const request = shown([
    pairRow(w.method, comparison.method),
    pairRow(w.path, comparison.path),
    {
      key: 'arrived',
      name: w.arrived,
      change: 'same',
      left: formatTime(left.receivedAt, { withMs: true }),
      right: `${formatTime(right.receivedAt, { withMs: true })} (${apart(comparison.apartMs)})`,
    },
  ])
  const params = shown(namedRows(comparison.params))
  const headers = shown(namedRows(comparison.headers))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <p className="min-w-0 flex-1">{sentence(comparison)}</p>
        <Checkbox label={w.onlyDifferent} checked={onlyDifferent} onChange={setOnlyDifferent} />
      </div>
      {request.length > 0 && <ComparisonTable label={w.request} sides={sides} rows={request} />}
      {params.length > 0 && <ComparisonTable label={w.query} sides={sides} rows={params} />}
      {headers.length > 0 && <ComparisonTable label={w.headers} sides={sides} rows={headers} />}
      <BodyComparison label={w.bodies} body={comparison.body} />
      <ReplyComparison reply={comparison.reply} sides={sides} />
    </div>
  )
}

function pairRow(name: string, pair: Comparison['method']): ComparisonRow {
  return {
    key: name,
    name,
    change: pair.same ? 'same' : 'changed',
    left: <MarkedText text={pair.left} other={pair.right} side="left" />,
    right: <MarkedText text={pair.right} other={pair.left} side="right" />,
  }
}

function apart(ms: number): string {
  const w = words().compare
  return ms < 0 ? w.earlier(formatDuration(-ms)) : w.later(formatDuration(ms))
}

function sentence({ identical, method, path, params, headers, body }: Comparison): string {
  const w = words().compare
  if (identical) return w.same
  const changed = (rows: Comparison['params']): number => rows.filter(({ change }) => change !== 'same').length
  const differing = {
    method: !method.same,
    path: !path.same,
    parameters: changed(params),
    headers: changed(headers),
    body: body.form !== 'same',
  }
  return Object.values(differing).some(Boolean) ? w.differ(differing) : w.onlySeparators
}
