import { type PointerEvent, useMemo, useState } from 'react'
import type { PostbackFilter } from '../../../../core/filter.ts'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { formatDuration, formatMoment } from '../../../lib/format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { outageSentence } from '../list/outage-marks.ts'
import { ActivityBars } from './activity-bars.tsx'
import { ActivityTable } from './activity-table.tsx'
import { cutSpan, PRESETS, type Slices, spanBetween, spanForNewest, totalOf } from './slices.ts'
import { useActivity } from './use-activity.ts'

/** The strip slides on this often when nothing arrives, a long span less often: a tenth of a bar is hardly seen. */
const SLIDE_MS = 2000
const SLIDE_AT_LEAST_MS = 60_000
const BAR_PARTS = 10
const MINUTE = 60_000
/** A press that moves less is no drag. */
const LEAST_DRAG_PX = 4

/** Arrivals over time, by verdict. Dragging, or a button, narrows the filter to a span. */
export function ActivityStrip({
  filter,
  outages,
  newestAt,
  hasSpan,
  onSince,
  onSpan,
  onClearSpan,
}: {
  filter: PostbackFilter
  outages: readonly Outage[]
  /** When the newest of the list arrived. */
  newestAt: number | null
  /** Whether the filter names a span. */
  hasSpan: boolean
  onSince: (id: string) => void
  onSpan: (span: { from: number; to: number }) => void
  onClearSpan: () => void
}) {
  const w = words().activity
  const [slideMs, setSlideMs] = useState(SLIDE_MS)
  const now = useNow(slideMs)
  const to = filter.to ?? now
  const cut = cutSpan(filter.from ?? to - spanForNewest(newestAt, to), to)
  const lasts = outages.some((outage) => outage.to === null)
  const wanted = lasts ? SLIDE_MS : Math.min(SLIDE_AT_LEAST_MS, Math.max(SLIDE_MS, cut.sliceMs / BAR_PARTS))
  if (wanted !== slideMs) setSlideMs(wanted)
  // The same object until it is another span: the bars are drawn for each.
  const slices = useMemo<Slices>(
    () => ({ from: cut.from, to: cut.to, sliceMs: cut.sliceMs }),
    [cut.from, cut.to, cut.sliceMs],
  )
  const buckets = useActivity(filter, slices)
  const [drag, setDrag] = useState<{ from: number; to: number; moved: boolean } | null>(null)
  const shaded = outages.filter((outage) => outage.from < slices.to && (outage.to ?? now) > slices.from)
  // Where nothing lasts, nothing moves between two slices, and nothing need be drawn.
  const drawnAt = lasts ? now : slices.to
  const total = buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0)

  const shareAt = (event: PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    return (event.clientX - box.left) / box.width
  }
  const onMove = (event: PointerEvent<HTMLElement>): void => {
    if (!drag) return
    const share = shareAt(event)
    const far = Math.abs(share - drag.from) * event.currentTarget.clientWidth >= LEAST_DRAG_PX
    setDrag({ ...drag, to: share, moved: drag.moved || far })
  }
  const onUp = (): void => {
    if (drag?.moved) onSpan(spanBetween(drag.from, drag.to, slices))
    setDrag(null)
  }
  const selected = drag?.moved ? spanBetween(drag.from, drag.to, slices) : null

  return (
    <section
      aria-label={w.activity}
      className="flex items-stretch gap-3 border-b border-line bg-panel px-3 py-1.5 @max-[34rem]:hidden"
    >
      <div className="min-w-0 flex-1">
        <div
          className="relative h-9 cursor-crosshair touch-none overflow-hidden rounded-s bg-sunken"
          title={w.chartTitle(
            formatMoment(slices.from, now),
            formatMoment(slices.to, now),
            total,
            formatDuration(slices.sliceMs),
          )}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            const share = shareAt(event)
            setDrag({ from: share, to: share, moved: false })
          }}
          onPointerMove={onMove}
          onPointerUp={onUp}
          onPointerCancel={() => setDrag(null)}
        >
          <ActivityBars buckets={buckets} outages={outages} slices={slices} now={drawnAt} selected={selected} />
        </div>
        <div aria-hidden="true" className="flex justify-between text-xs text-faint tabular-nums">
          <span>{formatMoment(slices.from, now)}</span>
          <span>
            {selected
              ? `${formatMoment(selected.from, now)} – ${formatMoment(selected.to, now)}`
              : w.chartLegend(formatDuration(slices.sliceMs), shaded.length)}
          </span>
          <span>{filter.to === null ? w.now : formatMoment(slices.to, now)}</span>
        </div>
      </div>
      <fieldset aria-label={w.span} className="flex shrink-0 items-start gap-1 max-[620px]:hidden">
        {PRESETS.map((preset) => (
          <Button key={preset} size="s" variant="ghost" title={w.presets[preset].title} onClick={() => onSince(preset)}>
            {w.presets[preset].label}
          </Button>
        ))}
        <Button size="s" variant="ghost" disabled={!hasSpan} onClick={onClearSpan} title={w.allTimes}>
          {w.all}
        </Button>
      </fieldset>
      <ActivityTable buckets={buckets} sliceMs={slices.sliceMs} today={Math.floor(now / MINUTE) * MINUTE} />
      {shaded.length > 0 && (
        <ul className="only-heard" aria-label={w.outages}>
          {shaded.map((outage) => (
            <li key={outage.id}>{outageSentence(outage, (at) => formatMoment(at, now), formatDuration)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
