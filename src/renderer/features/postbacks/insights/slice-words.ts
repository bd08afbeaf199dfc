import type { Outage } from '../../../../core/status.ts'
import { formatCount, formatDuration, formatMoment, formatPlural, formatShare } from '../../../lib/format.ts'
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
  if (total === 0) return 'nothing came'
  const parts = [formatPlural(total, 'postback')]
  if (fail > 0) parts.push(`${formatCount(fail)} failed (${formatShare(fail, total) ?? ''})`)
  if (warn > 0) parts.push(`${formatCount(warn)} with warnings`)
  return parts.join(', ')
}
