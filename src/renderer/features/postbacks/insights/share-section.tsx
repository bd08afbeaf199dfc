import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { formatCount, formatDuration, formatMoment, formatShare } from '../../../lib/format.ts'
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
  const w = words().insights.share
  const now = useNow(MINUTE)
  const drawn = outages.filter(({ from, to }) => from < slices.to && (to ?? now) > slices.from)
  const filled = figures.filter(({ total }) => total > 0)
  const length = formatDuration(slices.sliceMs)
  return (
    <Section title={w.title}>
      <p className="text-l">{shareSentence(totals)}</p>
      {!asTable && (
        <ChartFrame
          label={w.chart}
          top={w.top}
          legend={<Legend names={['fail', 'pass']} looks={w.looks} />}
          slices={slices}
          figures={figures}
          outages={drawn}
          now={now}
        >
          <ShareBars figures={figures} outages={drawn} slices={slices} now={slices.to} />
        </ChartFrame>
      )}
      <FigureTable
        caption={w.table(length)}
        head={[w.head.from, w.head.failed, w.head.of, w.head.share]}
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
  const w = words().insights
  if (total === 0) return w.noPostback
  const share = formatShare(fail, total) ?? ''
  if (warn === 0) return w.share.failed(fail, total, share)
  return w.share.failedAndWarned(fail, total, share, warn, formatShare(warn, total) ?? '')
}
