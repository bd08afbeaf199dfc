import { useState } from 'react'
import type { Comparison } from '../../../core/compare.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { formatDuration, formatPlural, formatTime } from '../../lib/format.ts'
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
  const sides = [`Postback ${String(left.id)}`, `Postback ${String(right.id)}`] as const
  const shown = (rows: readonly ComparisonRow[]): readonly ComparisonRow[] =>
    onlyDifferent ? rows.filter(({ change }) => change !== 'same') : rows
  const request = shown([
    pairRow('Method', comparison.method),
    pairRow('Path', comparison.path),
    {
      key: 'arrived',
      name: 'Arrived',
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
        <Checkbox label="Only what differs" checked={onlyDifferent} onChange={setOnlyDifferent} />
      </div>
      {request.length > 0 && <ComparisonTable label="Request" sides={sides} rows={request} />}
      {params.length > 0 && <ComparisonTable label="Query" sides={sides} rows={params} />}
      {headers.length > 0 && <ComparisonTable label="Headers" sides={sides} rows={headers} />}
      <BodyComparison label="Bodies" body={comparison.body} />
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
  return ms < 0 ? `${formatDuration(-ms)} earlier` : `${formatDuration(ms)} later`
}

function sentence({ identical, method, path, params, headers, body }: Comparison): string {
  if (identical) return 'The two requests are the same, byte for byte.'
  const changed = (rows: Comparison['params']): number => rows.filter(({ change }) => change !== 'same').length
  const parts = [
    method.same ? '' : 'the method',
    path.same ? '' : 'the path',
    changed(params) === 0 ? '' : formatPlural(changed(params), 'parameter'),
    changed(headers) === 0 ? '' : formatPlural(changed(headers), 'header'),
    body.form === 'same' ? '' : 'the body',
  ].filter((part) => part !== '')
  const last = parts.pop()
  if (last === undefined) return 'They differ in separators of the query alone.'
  return `They differ in ${parts.length === 0 ? '' : `${parts.join(', ')} and `}${last}.`
}
