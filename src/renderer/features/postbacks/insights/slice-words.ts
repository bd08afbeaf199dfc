import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatMoment, formatShare } from '../../../lib/format.ts'
import { outageLabel } from '../list/outage-marks.ts'
import type { SliceFigures } from './span.ts'

/** What one slice of a chart says: when, how many came, how many failed, and whether nothing could come. */
export function sliceSentence(slice: SliceFigures, outages: readonly Outage[], now: number): string {
  const time = (at: number): string => formatMoment(at, now)
  const within = outages.filter(({ from, to }) => from < slice.to && (to ?? now) > slice.from)
  const outage = within.length === 0 ? '' : ` ${outageLabel(within, time, formatDuration)}`
  return `${time(slice.from)} – ${time(slice.to)}: ${sliceFigures(slice)}.${outage}`
}

function sliceFigures({ total, warn, fail }: SliceFigures): string {
  const w = words().insights.slice
  if (total === 0) return w.nothing
  const parts = [w.postbacks(total)]
  if (fail > 0) parts.push(w.failed(fail, formatShare(fail, total) ?? ''))
  if (warn > 0) parts.push(w.warned(warn))
  return parts.join(', ')
}
