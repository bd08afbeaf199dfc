import type { Outage } from '../../../../core/status.ts'
import { barFill } from './bar-patterns.tsx'
import { type Slices, shadeOf } from './slices.ts'

/** Even the shortest outage is seen: inner units of a drawing that is 1,000 wide. */
const LEAST_WIDTH = 1.5

/** Hatches the spans of a chart in which nothing could reach us. `id` is that of its `BarPatterns`; sizes in inner units. */
export function OutageShades({
  id,
  outages,
  slices,
  now,
  width,
  height,
}: {
  id: string
  outages: readonly Outage[]
  slices: Slices
  now: number
  width: number
  height: number
}) {
  return outages.map((outage) => {
    const shade = shadeOf(outage, slices, now)
    return (
      shade && (
        <rect
          key={outage.id}
          x={shade.left * width}
          y={0}
          width={Math.max(shade.width * width, LEAST_WIDTH)}
          height={height}
          fill={barFill(id, 'outage')}
        />
      )
    )
  })
}
