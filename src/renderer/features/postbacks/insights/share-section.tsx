import type { Outage } from '../../../../core/status.ts'
import { formatCount, formatDuration, formatMoment, formatPlural, formatShare } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Section } from '../../../ui/section.tsx'
import type { Slices } from '../activity/slices.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureTable } from './figure-table.tsx'
import { Legend } from './legend.tsx'
import { ShareBars } from './share-bars.tsx'
import type { SliceFigures, Totals } from './span.ts'

const MINUTE = 60_000

/** What share failed: exactly, in all and over time. */
export function ShareSection({
  totals,
  slices,
  figures,
  outages,
  asTable,
}: {
  totals: Totals
  slices: Slices
  figures: readonly SliceFigures[]
  outages: readonly Outage[]
  asTable: boolean
}) {
  const now = useNow(MINUTE)
  const drawn = outages.filter(({ from, to }) => from < slices.to && (to ?? now) > slices.from)
  const filled = figures.filter(({ total }) => total > 0)
  const length = formatDuration(slices.sliceMs)
  return (
    <Section title="What share failed?">
      <p className="text-l">{shareSentence(totals)}</p>
      {!asTable && (
        <ChartFrame
          label="Share that failed over time"
          top="all failed"
          legend={<Legend names={['fail', 'pass']} words={{ fail: 'Share that failed', pass: 'None failed' }} />}
          slices={slices}
          figures={figures}
          outages={drawn}
          now={now}
        >
          <ShareBars figures={figures} outages={drawn} slices={slices} now={slices.to} />
        </ChartFrame>
      )}
      <FigureTable
        caption={`Share that failed, a row for each ${length} in which any came`}
        head={['From', 'Failed', 'Of', 'Share']}
        rows={filled.map(({ from, fail, total }) => ({
          key: from,
          cells: [formatMoment(from, now), formatCount(fail), formatCount(total), formatShare(fail, total) ?? ''],
        }))}
        inSight={asTable}
      />
    </Section>
  )
}

function shareSentence({ total, fail, warn }: Totals): string {
  if (total === 0) return 'No postback came in this span.'
  const failed = `${formatCount(fail)} of ${formatPlural(total, 'postback')} failed (${formatShare(fail, total) ?? ''})`
  if (warn === 0) return `${failed}.`
  return `${failed}; ${formatCount(warn)} ${warn === 1 ? 'has' : 'have'} warnings (${formatShare(warn, total) ?? ''}).`
}
