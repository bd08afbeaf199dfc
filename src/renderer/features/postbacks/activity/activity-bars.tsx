import { memo, useId } from 'react'
import type { ActivityBucket } from '../../../../core/ports.ts'
import type { Outage } from '../../../../core/status.ts'
import { barsOf, type Slices, shadeOf } from './slices.ts'

/** Inner units of the drawing; it is stretched over its box. */
const WIDTH = 1000
const HEIGHT = 100
/** Even a single arrival beside a thousand must be seen. */
const LEAST_HEIGHT = 6

const FILLS = { pass: 'var(--pass)', warn: 'var(--warn)', other: 'var(--faint)' } as const

/** The strip's drawing: outages hatched, bars stacked with failures striped at the bottom. */
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
        <pattern id={`${id}-fail`} width="6" height="10" patternUnits="userSpaceOnUse">
          <rect width="6" height="10" fill="var(--fail)" />
          <path d="M0 2h6" stroke="var(--panel)" strokeWidth="1.6" opacity="0.55" />
        </pattern>
        <pattern id={`${id}-outage`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--outage)" />
          <path d="M0 0v5" stroke="var(--line-strong)" strokeWidth="1.2" opacity="0.6" />
        </pattern>
      </defs>
      {outages.map((outage) => {
        const shade = shadeOf(outage, slices, now)
        if (!shade) return null
        const width = Math.max(shade.width * WIDTH, 1.5)
        return (
          <rect
            key={outage.id}
            x={shade.left * WIDTH}
            y={0}
            width={width}
            height={HEIGHT}
            fill={`url(#${id}-outage)`}
          />
        )
      })}
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
              fill={part.name === 'fail' ? `url(#${id}-fail)` : FILLS[part.name]}
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
