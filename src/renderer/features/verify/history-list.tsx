import type { Expectation } from '../../../core/expectation.ts'
import { describeOutcome, outageWords } from '../../../core/expectation-words.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { DifferenceView, PostbackLink } from './difference-view.tsx'
import { ExpectationCard } from './expectation-card.tsx'

/** A minute is fine enough for what is over. */
const RENEW_MS = 60_000

/** What has ended, newest first, each with what became of it. */
export function HistoryList({
  expectations,
  onArmAgain,
  onMore,
}: {
  expectations: readonly Expectation[]
  onArmAgain: (expectation: Expectation) => void
  /** Null: there are no older ones. */
  onMore: (() => void) | null
}) {
  const now = useNow(RENEW_MS)
  if (expectations.length === 0) return <p className="text-muted">Nothing has ended yet.</p>
  return (
    <>
      <ul aria-label="Ended expectations" className="flex flex-col gap-2">
        {expectations.map((expectation, index) => (
          <ExpectationCard
            key={expectation.id}
            expectation={expectation}
            aside={<Times expectation={expectation} now={now} />}
            action={
              <Button
                size="s"
                action={index === 0 ? 'expectation.armAgain' : undefined}
                onClick={() => onArmAgain(expectation)}
              >
                Arm again
              </Button>
            }
          >
            <Outcome expectation={expectation} now={now} />
          </ExpectationCard>
        ))}
      </ul>
      {onMore && (
        <div>
          <Button variant="ghost" onClick={onMore}>
            Show older ones
          </Button>
        </div>
      )}
    </>
  )
}

function Times({ expectation: { armedAt, until, outcome }, now }: { expectation: Expectation; now: number }) {
  const endedAt = outcome.state === 'pending' ? until : outcome.endedAt
  return (
    <>
      <span title={formatTimeTitle(armedAt)}>armed at {formatMoment(armedAt, now)}</span>,{' '}
      <span title={formatTimeTitle(endedAt)}>ended after {formatDuration(Math.max(0, endedAt - armedAt))}</span>
    </>
  )
}

function Outcome({ expectation, now }: { expectation: Expectation; now: number }) {
  const { outcome } = expectation
  switch (outcome.state) {
    case 'pending':
    case 'cancelled':
      return null
    case 'met':
      return (
        <p>
          Met by <PostbackLink id={outcome.postbackId} />: exactly what was expected.
        </p>
      )
    case 'mismatched':
      return (
        <div className="flex flex-col gap-2 border-t border-line pt-2">
          <p>
            Instead <PostbackLink id={outcome.nearest.postbackId} /> came
            {outcome.alike.length > 1 && `, the closest of ${String(outcome.alike.length)} that are like it`}:
          </p>
          <DifferenceView differences={outcome.nearest.differences} />
        </div>
      )
    case 'expired':
      return <p>{describeOutcome(expectation)}</p>
    case 'not-listening':
      return (
        <div className="flex flex-col gap-1">
          <p>{describeOutcome(expectation)}</p>
          <ul className="text-s text-muted">
            {outcome.spans.map((span) => (
              <li key={`${span.reason} ${String(span.from)}`}>
                <span title={formatTimeTitle(span.from)}>{formatMoment(span.from, now)}</span> to{' '}
                <span title={formatTimeTitle(span.to)}>{formatMoment(span.to, now)}</span>: {outageWords(span.reason)}.{' '}
                <VisibleText text={span.why} />
              </li>
            ))}
          </ul>
        </div>
      )
    default:
      return outcome satisfies never
  }
}
