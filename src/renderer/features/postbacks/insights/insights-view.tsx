import { useMemo } from 'react'
import { words } from '../../../../words/words.ts'
import '../postbacks.css'
import { useExternalStore } from '../../../lib/external-store.ts'
import { formatMoment } from '../../../lib/format.ts'
import { useAction } from '../../../lib/keys.ts'
import { sentenceOf } from '../../../lib/messages.ts'
import { useNow } from '../../../lib/use-now.ts'
import { FailedReading } from '../../../ui/failed-reading.tsx'
import { Reading } from '../../../ui/reading.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useOutages } from '../use-outages.ts'
import { ArrivalsSection } from './arrivals-section.tsx'
import { CodesSection } from './codes-section.tsx'
import { insightsState, setInsights } from './insights-state.ts'
import { ShareSection } from './share-section.tsx'
import { SPANS, type SpanId, spanQuery, totalsOf } from './span.ts'
import { type Insights, type SpanFigures, useInsights } from './use-insights.ts'

const MINUTE = 60_000

/** Three questions about a span: did it stop coming, what share failed, which finding leads. */
export function InsightsView() {
  const w = words().insights
  const { span, asTables } = useExternalStore(insightsState)
  const insights = useInsights(span)
  const shown = insights.span.value
  const now = useNow(MINUTE)
  useAction({
    id: 'insights.tables',
    title: asTables ? w.showCharts : w.showTables,
    run: () => setInsights({ asTables: !asTables }),
  })

  return (
    <div className="relative h-full overflow-auto">
      {SPANS.map(({ id }) => (
        <SpanAction key={id} span={id} />
      ))}
      <div className="mx-auto flex max-w-[1100px] flex-col gap-5 px-6 py-5">
        <header className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-xl font-semibold tracking-tight">{w.title}</h1>
          <p className="mr-auto text-s text-muted">{shown && w.since(formatMoment(shown.slices.from, now))}</p>
          <Segmented
            label={w.span}
            value={span}
            options={SPANS.map(({ id }) => ({ value: id, label: w.spans[id] }))}
            onChange={(next) => setInsights({ span: next })}
          />
          <Segmented
            label={w.figuresAs}
            value={asTables ? 'tables' : 'charts'}
            options={[
              { value: 'charts', label: w.charts },
              { value: 'tables', label: w.tables },
            ]}
            onChange={(form) => setInsights({ asTables: form === 'tables' })}
          />
        </header>
        <Failure insights={insights} />
        {shown === null ? (
          insights.span.error === null && <Reading what={w.reading} />
        ) : (
          <Answers {...shown} newest={insights.newest.value} asTable={asTables} />
        )}
      </div>
    </div>
  )
}

function SpanAction({ span }: { span: SpanId }) {
  useAction({ id: `insights.span.${span}`, run: () => setInsights({ span }) })
  return null
}

function Answers({
  slices,
  figures,
  codes,
  newest,
  asTable,
}: SpanFigures & { newest: readonly number[] | null; asTable: boolean }) {
  const outages = useOutages()
  const totals = useMemo(() => totalsOf(figures), [figures])
  const chart = { slices, figures, outages, asTable }
  return (
    <>
      <ArrivalsSection newest={newest} {...chart} />
      <div className="grid gap-x-8 gap-y-5 min-[1240px]:grid-cols-2">
        <div className="min-w-0 border-t border-line pt-4">
          <ShareSection totals={totals} {...chart} />
        </div>
        <div className="min-w-0 border-t border-line pt-4">
          <CodesSection codes={codes} total={totals.total} since={spanQuery(slices.from, null)} />
        </div>
      </div>
    </>
  )
}

/** What could not be read; what is shown is then of before. */
function Failure({ insights: { span, newest } }: { insights: Insights }) {
  const failed = [span, newest].filter(({ error }) => error !== null)
  const [first] = failed
  if (!first) return null
  return (
    <FailedReading
      sentence={words().insights.notRead(sentenceOf(first.error))}
      onRetry={() => {
        for (const one of failed) one.retry()
      }}
    />
  )
}
