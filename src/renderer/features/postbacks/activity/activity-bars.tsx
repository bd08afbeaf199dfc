import { memo, useId } from 'react'
import type { ActivityBucket } from '../../../../core/ports.ts'
import type { Outage } from '../../../../core/status.ts'
import { BarPatterns, barFill } from './bar-patterns.tsx'
import { OutageShades } from './outage-shades.tsx'
import { barsOf, type Slices } from './slices.ts'

/** Inner units of the drawing; it is stretched over its box. */
const WIDTH = 1000
const HEIGHT = 100
/** Even a single arrival beside a thousand must be seen. */
const LEAST_HEIGHT = 6

/** A drawing of arrivals: outages hatched, bars stacked with failures striped at the bottom. */
export const ActivityBars = memo(function ActivityBars({
  buckets,
  outages,
  slices,
  now,
  selected,
}: {
  buckets: readonly ActivityBucket[]
  outages: readonly Outage[]
  slices: Slices
  now: number
  selected: { from: number; to: number } | null
}) {
  const id = useId()
  const span = slices.to - slices.from
  const place = (at: number): number => ((at - slices.from) / span) * WIDTH
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
      {barsOf(buckets, slices).map((bar) =>
        bar.parts.map((part, order) => {
          const scale = HEIGHT - LEAST_HEIGHT * bar.parts.length
          const bottom = part.from * scale + LEAST_HEIGHT * order
          const height = (part.to - part.from) * scale + LEAST_HEIGHT
          return (
            <rect
              key={`${String(bar.bucket.from)}${part.name}`}
              x={bar.left * WIDTH + bar.width * WIDTH * 0.1}
              y={HEIGHT - bottom - height}
              width={bar.width * WIDTH * 0.8}
              height={height}
              fill={barFill(id, part.name)}
            />
          )
        }),
      )}
      {selected && (
        <rect
          x={place(selected.from)}
          y={0}
          width={place(selected.to) - place(selected.from)}
          height={HEIGHT}
          fill="var(--accent)"
          opacity="0.25"
        />
      )}
    </svg>
  )
})
