import { useMemo } from 'react'
import { paceOf } from '../../../../core/arrival-pace.ts'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { formatCount, formatDuration, formatMoment } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Section } from '../../../ui/section.tsx'
import { ActivityBars } from '../activity/activity-bars.tsx'
import type { Slices } from '../activity/slices.ts'
import { outageSentence } from '../list/outage-marks.ts'
import { ChartFrame } from './chart-frame.tsx'
import { FigureTable } from './figure-table.tsx'
import { Legend } from './legend.tsx'
import { paceSentence } from './pace-words.ts'
import { longestSilence } from './silence.ts'
import type { SliceFigures } from './span.ts'

/** When did it stop coming: whether it did, when what came, and the longest pause. */
export function ArrivalsSection({
  newest,
  slices,
  figures,
  outages,
  asTable,
}: {
  /** When the newest came, whatever the span; null while it is not known. */
  newest: readonly number[] | null
  slices: Slices
  figures: readonly SliceFigures[]
  /** All there are. */
  outages: readonly Outage[]
  asTable: boolean
}) {
  const w = words().insights.arrivals
  const now = useNow()
  const drawn = outages.filter(({ from, to }) => from < slices.to && (to ?? now) > slices.from)
  const lasting = outages.filter(({ to }) => to === null)
  const tallest = figures.reduce((most, { total }) => Math.max(most, total), 0)
  const filled = figures.filter(({ total }) => total > 0)
  const time = (at: number): string => formatMoment(at, now)
  const bars = useMemo(() => figures.map((slice) => ({ ...slice, other: 0 })), [figures])
  const length = formatDuration(slices.sliceMs)
  const sentence = (outage: Outage): string => outageSentence(outage, time, formatDuration)
  return (
    <Section title={w.title}>
      <div className="flex flex-col gap-0.5">
        {newest !== null && <p className="text-l">{paceSentence(paceOf(newest, outages, now), now)}</p>}
        {lasting.map((outage) => (
          <p key={outage.id} className="text-warn">
            {sentence(outage)}
          </p>
        ))}
        <SilenceLine figures={figures} time={time} />
      </div>
      {!asTable && (
        <ChartFrame
          label={w.chart}
          top={tallest === 0 ? w.noneCame : w.atMost(tallest, length)}
          legend={<Legend names={['pass', 'warn', 'fail', ...(drawn.length > 0 ? (['outage'] as const) : [])]} />}
          slices={slices}
          figures={figures}
          outages={drawn}
          now={now}
        >
          <ActivityBars
            buckets={bars}
            outages={drawn}
            slices={slices}
            now={lasting.length > 0 ? now : slices.to}
            selected={null}
          />
        </ChartFrame>
      )}
      <FigureTable
        caption={w.table(length)}
        head={[w.head.from, w.head.pass, w.head.warn, w.head.fail, w.head.all]}
        rows={filled.map(({ from, pass, warn, fail, total }) => ({
          key: from,
          cells: [time(from), ...[pass, warn, fail, total].map(formatCount)],
        }))}
        inSight={asTable}
      />
      {drawn.length > 0 && (
        <ul aria-label={w.outages} className={asTable ? 'list-disc pl-5 text-s text-muted' : 'only-heard'}>
          {drawn.map((outage) => (
            <li key={outage.id}>{sentence(outage)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function SilenceLine({ figures, time }: { figures: readonly SliceFigures[]; time: (at: number) => string }) {
  const silence = longestSilence(figures)
  if (silence === null) return null
  const { from, to } = silence
  return (
    <p className="text-muted">{words().insights.arrivals.silence(time(from), time(to), formatDuration(to - from))}</p>
  )
}
