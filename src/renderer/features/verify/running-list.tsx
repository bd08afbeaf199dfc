import type { Expectation } from '../../../core/expectation.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useAction } from '../../lib/keys.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { DifferenceView, PostbackLink } from './difference-view.tsx'
import { ExpectationCard } from './expectation-card.tsx'

/** Those that wait, each with its time left and what has come close so far. */
export function RunningList({
  expectations,
  onCancel,
}: {
  expectations: readonly Expectation[]
  onCancel: (expectation: Expectation) => void
}) {
  const now = useNow()
  if (expectations.length === 0) return <p className="text-muted">Nothing is expected just now.</p>
  return (
    <ul aria-label="Waiting expectations" className="flex flex-col gap-2">
      {expectations.map((expectation, index) => (
        <ExpectationCard
          key={expectation.id}
          expectation={expectation}
          aside={<TimeLeft expectation={expectation} now={now} />}
          action={
            <Button
              size="s"
              action={index === 0 ? 'expectation.cancel' : undefined}
              onClick={() => onCancel(expectation)}
            >
              Cancel
            </Button>
          }
        >
          <Nearest expectation={expectation} />
          <CancelAction expectation={expectation} onCancel={onCancel} />
        </ExpectationCard>
      ))}
    </ul>
  )
}

/** Each of several by its name, for the palette. Draws nothing. */
function CancelAction({
  expectation,
  onCancel,
}: {
  expectation: Expectation
  onCancel: (expectation: Expectation) => void
}) {
  const { id, userId, amount } = expectation
  useAction({
    id: `expectation.cancel:${id}`,
    title: `Cancel the expectation of ${amount} for “${userId}”`,
    group: 'Verify',
    words: 'stop disarm',
    run: () => onCancel(expectation),
  })
  return null
}

function TimeLeft({ expectation: { armedAt, until }, now }: { expectation: Expectation; now: number }) {
  // The screen's clock is renewed each second: it must not show more than the whole.
  const left = Math.max(0, Math.ceil((until - Math.max(now, armedAt)) / 1000) * 1000)
  return (
    <>
      <span className="tabular-nums">{left > 0 ? `${formatDuration(left)} left` : 'its time is over'}</span>
      {', armed at '}
      <span title={formatTimeTitle(armedAt)}>{formatMoment(armedAt, now)}</span>
    </>
  )
}

/** A postback came and is not it: said at once, though the right one may still come. */
function Nearest({ expectation: { outcome } }: { expectation: Expectation }) {
  if (outcome.state !== 'pending' || outcome.nearest === null) return null
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-2">
      <p className="text-warn">
        So far <PostbackLink id={outcome.nearest.postbackId} /> came closest, and it differs:
      </p>
      <DifferenceView differences={outcome.nearest.differences} />
    </div>
  )
}
