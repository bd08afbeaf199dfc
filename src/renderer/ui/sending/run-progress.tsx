import type { SendRun } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { Button } from '../button.tsx'
import { VisibleText } from '../visible-text.tsx'

const COUNTED = ['accepted', 'refused', 'unanswered', 'captured'] as const

/** How far a run is, in words and as a bar, and the way to end it. */
export function RunProgress({ run, onCancel }: { run: SendRun; onCancel: () => void }) {
  const w = words().ui
  const running = run.state === 'running'
  return (
    <div className="flex flex-col gap-1.5" role="status" aria-label={w.sending.progress}>
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          {w.sending.states[run.state](run.done, run.times)} <span className="text-muted">{countsOf(run)}</span>
        </p>
        {running && (
          <Button size="s" onClick={onCancel}>
            {w.cancel}
          </Button>
        )}
      </div>
      {run.times > 1 && (
        <progress
          aria-label={w.sending.sentSoFar}
          className="h-1 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
          max={run.times}
          value={run.done}
        />
      )}
      {run.state === 'failed' && (
        <p className="text-fail">
          <VisibleText text={run.why} />
        </p>
      )}
    </div>
  )
}

function countsOf(run: SendRun): string {
  const w = words().ui.sending.counts
  return COUNTED.filter((what) => run[what] > 0)
    .map((what) => w[what](run[what]))
    .join(', ')
}
