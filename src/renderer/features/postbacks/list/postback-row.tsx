import { memo } from 'react'
import type { PostbackSummary } from '../../../../core/postback.ts'
import type { Outage } from '../../../../core/status.ts'
import { cx } from '../../../lib/cx.ts'
import { formatDuration, formatMoment } from '../../../lib/format.ts'
import type { Column } from './columns.ts'
import { outageLabel, outageSentence } from './outage-marks.ts'
import { PostbackCell } from './postback-cell.tsx'
import { ColourBar, MarkIcons } from './row-mark.tsx'

/** The element id of a row, for `aria-activedescendant`. */
export function rowElementId(id: number): string {
  return `postback-row-${String(id)}`
}

export interface PostbackRowProps {
  /** From 0. */
  index: number
  id: number | undefined
  /** Undefined while it is not loaded. */
  row: PostbackSummary | undefined
  columns: readonly Column[]
  endpointNames: ReadonlyMap<string, string>
  /** Any moment of today. */
  today: number
  active: boolean
  open: boolean
  /** Outages between this row and the one above it, and those after the last row. */
  outages: readonly Outage[]
  beyond: readonly Outage[]
}

/** Drawn anew only where something of it changed: most rows merely move with the others. */
export const PostbackRow = memo(function PostbackRow({
  index,
  id,
  row,
  active,
  open,
  outages,
  beyond,
  ...rest
}: PostbackRowProps) {
  return (
    <div
      role="row"
      id={id === undefined ? undefined : rowElementId(id)}
      data-id={id}
      aria-rowindex={index + 2}
      aria-selected={open}
      aria-busy={row === undefined || undefined}
      className={cx(
        'relative grid h-(--row-height) contain-strict grid-cols-(--columns) items-center border-b border-line/60 select-none',
        open ? 'bg-selected' : 'hover:bg-hover',
        active && 'row-active',
        outages.length > 0 && 'pt-(--band) leading-[1.1]',
        beyond.length > 0 && (outages.length === 0 ? 'pb-(--band) leading-[1.1]' : 'pb-[4px]'),
      )}
    >
      {outages.length > 0 && <OutageBand outages={outages} edge="top" today={rest.today} />}
      {row ? <Cells row={row} {...rest} /> : <EmptyCells columns={rest.columns} />}
      {beyond.length > 0 && <OutageBand outages={beyond} edge="bottom" thin={outages.length > 0} today={rest.today} />}
      {row?.mark.colour && <ColourBar colour={row.mark.colour} />}
    </div>
  )
})

/** Most redraws move rows without changing them. */
const Cells = memo(function Cells({
  row,
  columns,
  endpointNames,
  today,
}: {
  row: PostbackSummary
  columns: readonly Column[]
  endpointNames: ReadonlyMap<string, string>
  today: number
}) {
  return columns.map((column) => (
    <div
      key={column.id}
      role="gridcell"
      className={cx('min-w-0 truncate px-2', column.align === 'end' && 'text-right tabular-nums')}
    >
      <PostbackCell column={column.id} row={row} endpointNames={endpointNames} today={today} />
      {column.id === 'verdict' && <MarkIcons mark={row.mark} />}
    </div>
  ))
})

/** What stands for a row while it is fetched; seen only where that takes long. */
function EmptyCells({ columns }: { columns: readonly Column[] }) {
  return columns.map((column) => (
    <div key={column.id} role="gridcell" aria-label="Loading" className="px-2">
      <span className="late block h-2 w-3/5 rounded-s bg-line" />
    </div>
  ))
}

/** A band between two rows, within the height of one of them: every row has the same height, whatever happened. */
function OutageBand({
  outages,
  edge,
  thin = false,
  today,
}: {
  outages: readonly Outage[]
  edge: 'top' | 'bottom'
  /** Without words in sight: another band has taken the row's room. */
  thin?: boolean
  today: number
}) {
  const time = (at: number): string => formatMoment(at, today)
  const sentences = outages.map((outage) => outageSentence(outage, time, formatDuration))
  return (
    <span
      role="gridcell"
      className={cx(
        'hatched absolute inset-x-0 z-1 flex items-center overflow-hidden px-2',
        edge === 'top' ? 'top-0' : 'bottom-0',
        thin ? 'h-[2px]' : 'h-(--band)',
      )}
      title={sentences.join('\n')}
    >
      {!thin && (
        <span aria-hidden="true" className="outage-label">
          {outageLabel(outages, time, formatDuration)}
        </span>
      )}
      <span className="only-heard">{sentences.join(' ')}</span>
    </span>
  )
}
