import type { Expectation } from '../../../core/expectation.ts'
import { describeOutcome, outageWords } from '../../../core/expectation-words.ts'
import { words } from '../../../words/words.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
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
  const w = words().verify.history
  if (expectations.length === 0) return <p className="text-muted">{w.none}</p>
  return (
    <>
      <ul aria-label={w.label} className="flex flex-col gap-2">
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
                {w.armAgain}
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
            {w.older}
          </Button>
        </div>
      )}
    </>
  )
}

function Times({ expectation: { armedAt, until, outcome }, now }: { expectation: Expectation; now: number }) {
  const w = words().verify.history
  const endedAt = outcome.state === 'pending' ? until : outcome.endedAt
  return (
    <>
      <span title={formatTimeTitle(armedAt)}>{w.armedAt(formatMoment(armedAt, now))}</span>,{' '}
      <span title={formatTimeTitle(endedAt)}>{w.endedAfter(formatDuration(Math.max(0, endedAt - armedAt)))}</span>
    </>
  )
}

function Outcome({ expectation, now }: { expectation: Expectation; now: number }) {
  const { outcome } = expectation
  const w = words().verify.history
  switch (outcome.state) {
    case 'pending':
    case 'cancelled':
      return null
    case 'met':
      return (
        <p>
          <Pieces of={w.met(<PostbackLink id={outcome.postbackId} />)} />
        </p>
      )
    case 'mismatched': {
      const postback = <PostbackLink id={outcome.nearest.postbackId} />
      const alike = outcome.alike.length
      return (
        <div className="flex flex-col gap-2 border-t border-line pt-2">
          <p>
            <Pieces of={alike > 1 ? w.insteadOf(postback, alike) : w.instead(postback)} />
          </p>
          <DifferenceView differences={outcome.nearest.differences} />
        </div>
      )
    }
    case 'expired':
      return <p>{describeOutcome(expectation)}</p>
    case 'not-listening':
      return (
        <div className="flex flex-col gap-1">
          <p>{describeOutcome(expectation)}</p>
          <ul className="text-s text-muted">
            {outcome.spans.map((span) => (
              <li key={`${span.reason} ${String(span.from)}`}>
                <Pieces
                  of={w.span(
                    <span title={formatTimeTitle(span.from)}>{formatMoment(span.from, now)}</span>,
                    <span title={formatTimeTitle(span.to)}>{formatMoment(span.to, now)}</span>,
                    outageWords(span.reason),
                    <VisibleText text={span.why} />,
                  )}
                />
              </li>
            ))}
          </ul>
        </div>
      )
    default:
      return outcome satisfies never
  }
}
