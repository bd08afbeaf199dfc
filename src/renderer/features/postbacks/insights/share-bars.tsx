import { memo, useId } from 'react'
import type { Outage } from '../../../../core/status.ts'
import { BarPatterns, barFill } from '../activity/bar-patterns.tsx'
import { OutageShades } from '../activity/outage-shades.tsx'
import type { Slices } from '../activity/slices.ts'
import type { SliceFigures } from './span.ts'

const WIDTH = 1000
const HEIGHT = 100
/** A share that is not none must be seen; none is a line at the bottom, and a slice without postbacks has neither. */
const LEAST_HEIGHT = 4
const LINE_HEIGHT = 2

/** The share that failed in each slice, from none at the bottom to all at the top. */
export const ShareBars = memo(function ShareBars({
  figures,
  outages,
  slices,
  now,
}: {
  figures: readonly SliceFigures[]
  outages: readonly Outage[]
  slices: Slices
  now: number
}) {
  const id = useId()
  const width = WIDTH / Math.max(figures.length, 1)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      <defs>
        <BarPatterns id={id} />
      </defs>
      <OutageShades id={id} outages={outages} slices={slices} now={now} width={WIDTH} height={HEIGHT} />
      <path d={`M0 ${String(HEIGHT / 2)}h${String(WIDTH)}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      {figures.map(({ from, total, fail }, at) => {
        if (total === 0) return null
        const height = fail === 0 ? LINE_HEIGHT : LEAST_HEIGHT + (fail / total) * (HEIGHT - LEAST_HEIGHT)
        return (
          <rect
            key={from}
            x={at * width + width * 0.1}
            y={HEIGHT - height}
            width={width * 0.8}
            height={height}
            fill={fail === 0 ? barFill(id, 'pass') : barFill(id, 'fail')}
          />
        )
      })}
    </svg>
  )
})
