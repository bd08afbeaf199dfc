import type { SendRun } from '../../../core/sending.ts'
import { formatCount, formatPlural } from '../../lib/format.ts'
import { Button } from '../button.tsx'
import { VisibleText } from '../visible-text.tsx'

/** How far a run is, in words and as a bar, and the way to end it. */
export function RunProgress({ run, onCancel }: { run: SendRun; onCancel: () => void }) {
  const running = run.state === 'running'
  return (
    <div className="flex flex-col gap-1.5" role="status" aria-label="Progress">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          {sentenceOf(run)} <span className="text-muted">{countsOf(run)}</span>
        </p>
        {running && (
          <Button size="s" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      {run.times > 1 && (
        <progress
          aria-label="Sent so far"
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

function sentenceOf({ state, done, times }: SendRun): string {
  const of = `${formatCount(done)} of ${formatPlural(times, 'request')}`
  switch (state) {
    case 'running':
      return `Sending: ${of} answered.`
    case 'done':
      return times === 1 ? 'Sent once.' : `All ${formatCount(times)} were sent.`
    case 'cancelled':
      return `Cancelled: ${of} were over by then.`
    case 'failed':
      return `It could not go on: ${of} were over by then.`
    default:
      return state satisfies never
  }
}

function countsOf({ accepted, refused, unanswered, captured }: SendRun): string {
  const parts = [
    [accepted, 'with a 2xx'],
    [refused, 'with another status'],
    [unanswered, 'without a whole reply'],
    [captured, 'captured here'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatCount(count)} ${what}`)
    .join(', ')
}
