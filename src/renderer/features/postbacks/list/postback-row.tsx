import { memo } from 'react'
import type { PostbackSummary } from '../../../../core/postback.ts'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
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
  /** It is about to be removed. */
  going: boolean
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
  going,
  outages,
  beyond,
  ...rest
}: PostbackRowProps) {
  const w = words().postbacks.row
  // Said with the first cell: a cell of their own would stand in no column.
  const colour = row?.mark.colour ?? null
  const heard = [
    ...sentencesOf([...outages, ...beyond], rest.today),
    ...(going ? [w.going] : []),
    ...(colour === null ? [] : [`${w.marked(words().status.colours[colour])}.`]),
  ].join(' ')
  return (
    <div
      role="row"
      id={id === undefined ? undefined : rowElementId(id)}
      data-id={id}
      aria-rowindex={index + 2}
      aria-selected={open}
      aria-busy={row === undefined || undefined}
      className={cx(
        'relative grid h-(--row-height) contain-strict grid-cols-(--columns) grid-rows-[100%] items-center border-b border-line/60 select-none',
        open ? 'bg-selected' : 'hover:bg-hover',
        active && 'row-active',
        going && 'row-going',
        outages.length > 0 && 'pt-[calc(var(--band)-2px)] leading-none **:leading-none',
        beyond.length > 0 && (outages.length === 0 ? 'pb-(--band) leading-none **:leading-none' : 'pb-[4px]'),
      )}
    >
      {outages.length > 0 && <OutageBand outages={outages} edge="top" today={rest.today} />}
      {row ? <Cells row={row} heard={heard} {...rest} /> : <EmptyCells columns={rest.columns} />}
      {beyond.length > 0 && <OutageBand outages={beyond} edge="bottom" thin={outages.length > 0} today={rest.today} />}
      {colour !== null && <ColourBar colour={colour} />}
    </div>
  )
})

/** Most redraws move rows without changing them. */
const Cells = memo(function Cells({
  row,
  heard,
  columns,
  endpointNames,
  today,
}: {
  row: PostbackSummary
  /** What screen readers hear before the row's own words; empty for nothing. */
  heard: string
  columns: readonly Column[]
  endpointNames: ReadonlyMap<string, string>
  today: number
}) {
  return columns.map((column, place) => (
    <div
      key={column.id}
      role="gridcell"
      aria-colindex={place + 1}
      className={cx(
        'min-w-0 overflow-x-clip px-2 text-ellipsis whitespace-nowrap',
        column.align === 'end' && 'text-right tabular-nums',
      )}
    >
      {place === 0 && heard !== '' && <span className="only-heard">{heard} </span>}
      <PostbackCell column={column.id} row={row} endpointNames={endpointNames} today={today} />
      {column.id === 'verdict' && <MarkIcons mark={row.mark} />}
    </div>
  ))
})

/** What stands for a row while it is fetched; seen only where that takes long. */
function EmptyCells({ columns }: { columns: readonly Column[] }) {
  return columns.map((column, place) => (
    <div
      key={column.id}
      role="gridcell"
      aria-colindex={place + 1}
      aria-label={words().postbacks.row.loading}
      className="px-2"
    >
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
  return (
    <span
      aria-hidden="true"
      className={cx(
        'hatched absolute inset-x-0 z-1 flex items-center overflow-hidden px-2',
        edge === 'top' ? 'top-0' : 'bottom-0',
        thin ? 'h-[2px]' : 'h-(--band)',
      )}
      title={sentencesOf(outages, today).join('\n')}
    >
      {!thin && (
        <span className="outage-label">{outageLabel(outages, (at) => formatMoment(at, today), formatDuration)}</span>
      )}
    </span>
  )
}

function sentencesOf(outages: readonly Outage[], today: number): readonly string[] {
  return outages.map((outage) => outageSentence(outage, (at) => formatMoment(at, today), formatDuration))
}
