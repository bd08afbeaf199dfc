import { useId } from 'react'
import type { ConformanceRun, ConformanceVerdict } from '../../../core/conformance/run.ts'
import { countVerdicts } from '../../../core/conformance/verdicts.ts'
import { words } from '../../../words/words.ts'
import { formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useAction } from '../../lib/keys.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { ConformanceMark } from './conformance-mark.tsx'

const ORDER: readonly ConformanceVerdict[] = ['fail', 'ask', 'warning', 'pass']

/** What a run came to so far, how far it is, and what can be done with it. */
export function RunSummary({
  run,
  current,
  onCancel,
  onSave,
}: {
  run: ConformanceRun
  current: string | null
  onCancel: () => void
  onSave: (format: 'html' | 'json') => void
}) {
  const { run: w, verdicts } = words().conformance
  const now = useNow()
  const running = run.state === 'running'
  const counts = countVerdicts(run.results)
  const progressId = useId()
  useAction(running ? { id: 'conformance.cancel', run: onCancel } : null)
  useAction(running ? null : { id: 'conformance.saveHtml', run: () => onSave('html') })
  useAction(running ? null : { id: 'conformance.saveJson', run: () => onSave('json') })
  return (
    <section aria-label={w.label} className="flex flex-col gap-2 rounded-l border border-line bg-panel p-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-mono break-all">
            <VisibleText text={run.url} max={300} />
          </p>
          <p className="text-s text-muted" title={formatTimeTitle(run.startedAt)}>
            <Pieces
              of={w.started(
                formatMoment(run.startedAt, now),
                <VisibleText text={run.knownUser ?? `${run.prefix}-…`} max={80} />,
              )}
            />
          </p>
        </div>
        {running ? (
          <Button size="s" action="conformance.cancel" onClick={onCancel}>
            {words().ui.cancel}
          </Button>
        ) : (
          <Menu
            label={w.saveLabel}
            trigger={<Button size="s">{w.save}</Button>}
            items={[
              { label: w.saveHtml, action: 'conformance.saveHtml', run: () => onSave('html') },
              { label: w.saveJson, action: 'conformance.saveJson', run: () => onSave('json') },
            ]}
          />
        )}
      </div>
      {run.state !== 'unreachable' && (
        <ul aria-label={w.counts} className="flex flex-wrap gap-x-5 gap-y-1">
          {ORDER.map((verdict) => (
            <li key={verdict} aria-label={`${verdicts[verdict]} ${String(counts[verdict])}`} className="flex gap-1.5">
              <ConformanceMark verdict={verdict} />
              <span className="font-semibold tabular-nums">{counts[verdict]}</span>
            </li>
          ))}
        </ul>
      )}
      {running && (
        <div className="flex flex-col gap-1">
          <label htmlFor={progressId} className="text-s text-muted">
            {w.progress(run.results.length, run.total, current)}
          </label>
          <progress
            id={progressId}
            value={run.results.length}
            max={run.total}
            className="h-1.5 w-full appearance-none overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent-solid"
          />
        </div>
      )}
      {run.why !== null && (
        <NoticeBar severity={run.state === 'unreachable' ? 'error' : 'warning'} label={w.how}>
          <VisibleText text={run.why} />
        </NoticeBar>
      )}
    </section>
  )
}
