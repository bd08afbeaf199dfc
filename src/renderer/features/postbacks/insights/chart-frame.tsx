import type { ReactNode } from 'react'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatMoment } from '../../../lib/format.ts'
import type { Slices } from '../activity/slices.ts'
import { SliceCursor } from './slice-cursor.tsx'
import type { SliceFigures } from './span.ts'

/** A chart over slices of time: what its height means, the drawing with its cursor, and when it begins and ends. */
export function ChartFrame({
  label,
  top,
  legend,
  slices,
  figures,
  outages,
  now,
  children,
}: {
  label: string
  /** What the upper edge stands for. */
  top: string
  legend: ReactNode
  slices: Slices
  figures: readonly SliceFigures[]
  outages: readonly Outage[]
  now: number
  /** The drawing: it fills the frame. */
  children: ReactNode
}) {
  const w = words().insights
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-s text-muted">
        <span className="tabular-nums">{top}</span>
        {legend}
      </div>
      <div className="relative h-36">
        <div className="absolute inset-0 overflow-hidden rounded-s bg-sunken">{children}</div>
        <SliceCursor label={label} slices={figures} outages={outages} now={now} />
      </div>
      <div aria-hidden="true" className="flex justify-between text-s text-muted tabular-nums">
        <span>{formatMoment(slices.from, now)}</span>
        <span>{w.barFor(formatDuration(slices.sliceMs))}</span>
        <span>{w.now}</span>
      </div>
    </div>
  )
}
