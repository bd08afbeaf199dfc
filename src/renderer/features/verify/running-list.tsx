import type { Expectation } from '../../../core/expectation.ts'
import { words } from '../../../words/words.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useAction } from '../../lib/keys.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
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
  const w = words().verify.running
  if (expectations.length === 0) return <p className="text-muted">{w.none}</p>
  return (
    <ul aria-label={w.label} className="flex flex-col gap-2">
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
              {words().ui.cancel}
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
    title: words().verify.running.cancelTitle(userId, amount),
    group: words().actions.groups.verify,
    words: words().verify.running.cancelWords,
    run: () => onCancel(expectation),
  })
  return null
}

function TimeLeft({ expectation: { armedAt, until }, now }: { expectation: Expectation; now: number }) {
  // The screen's clock is renewed each second: it must not show more than the whole.
  const left = Math.max(0, Math.ceil((until - Math.max(now, armedAt)) / 1000) * 1000)
  const w = words().verify.running
  return (
    <Pieces
      of={w.times(
        <span className="tabular-nums">{left > 0 ? w.left(formatDuration(left)) : w.over}</span>,
        <span title={formatTimeTitle(armedAt)}>{formatMoment(armedAt, now)}</span>,
      )}
    />
  )
}

/** A postback came and is not it: said at once, though the right one may still come. */
function Nearest({ expectation: { outcome } }: { expectation: Expectation }) {
  if (outcome.state !== 'pending' || outcome.nearest === null) return null
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-2">
      <p className="text-warn">
        <Pieces of={words().verify.running.closest(<PostbackLink id={outcome.nearest.postbackId} />)} />
      </p>
      <DifferenceView differences={outcome.nearest.differences} />
    </div>
  )
}
