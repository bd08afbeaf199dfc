import { Copy, RotateCcw, Trash2, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { QrButton } from '../../ui/qr-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { StepList } from './step-list.tsx'
import { StepOutcome } from './step-outcome.tsx'
import { useMainButton } from './use-main-button.ts'
import { type Tour, useTour } from './use-tour.ts'

/** A bar over the view, which stays usable: what the step is about, its one button, and what came of the last one. */
export function TourPanel({
  opening,
  onLeave,
  onRemove,
}: {
  /** Another number: it was asked for again, and takes the focus. */
  opening: number
  onLeave: () => void
  /** Removes what the tours have sent, with the way back that every removal has. */
  onRemove: (ids: readonly number[]) => void
}) {
  const tour = useTour()
  const { progress, busy, loading, sentIds } = tour
  const main = useMainButton(tour)
  const button = useRef<HTMLButtonElement>(null)
  const sentenceId = useId()
  useEffect(() => {
    if (opening > 0) button.current?.focus()
  }, [opening])

  const { step } = progress
  const w = words().tour
  const isLast = !loading && step === 'go-on'
  const remove = (): void => {
    onRemove(sentIds)
    onLeave()
  }
  const again = (): void => {
    tour.again()
    button.current?.focus()
  }
  useAction({ id: 'tour.leave', run: onLeave })
  useAction(isLast || loading ? null : { id: 'tour.next', title: w.steps[step].button, run: main.run })
  useAction(isLast ? { id: 'tour.again', run: again } : null)
  useAction(isLast && sentIds.length > 0 ? { id: 'tour.remove', run: remove } : null)
  return (
    <section
      aria-label={w.title}
      className="flex shrink-0 flex-col gap-1 border-b border-line bg-accent-soft px-4 py-2"
    >
      <div className="flex items-center gap-3">
        <h2 className="shrink-0 font-semibold">{w.title}</h2>
        <StepList current={loading ? null : step} />
        <IconButton
          label={w.leave}
          action="tour.leave"
          size="s"
          className="ml-auto"
          icon={<X aria-hidden="true" size={14} />}
          onClick={onLeave}
        />
      </div>
      <output aria-label={w.outcome} className="empty:hidden">
        {!loading && <StepOutcome progress={progress} />}
      </output>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p id={sentenceId} className={cx('min-w-0 flex-[1_1_24rem]', isLast && 'max-[1100px]:basis-full')}>
          {loading ? w.lookingUp : w.steps[step].sentence} <Aside tour={tour} />
          {main.warning !== null && <span className="block text-warn">{main.warning}</span>}
        </p>
        <Button
          ref={button}
          variant="primary"
          aria-describedby={sentenceId}
          // Not disabled, or it would lose the focus while it works.
          aria-disabled={!main.possible}
          className={main.possible ? '' : 'opacity-60'}
          icon={busy ? <Spinner label={w.underWay} /> : main.copies && <Copy aria-hidden="true" size={14} />}
          onClick={main.run}
          action={isLast ? undefined : 'tour.next'}
        >
          {main.label}
        </Button>
        {main.endpoint && <QrButton subject={{ what: 'dashboard-url', endpoint: main.endpoint }} />}
        {isLast && sentIds.length > 0 && (
          <Button icon={<Trash2 aria-hidden="true" size={14} />} action="tour.remove" onClick={remove}>
            {w.removeSent(sentIds.length)}
          </Button>
        )}
        {isLast && (
          <Button variant="ghost" icon={<RotateCcw aria-hidden="true" size={14} />} action="tour.again" onClick={again}>
            {w.again}
          </Button>
        )}
      </div>
    </section>
  )
}

/** Behind the sentence: which way it goes, what was in the way, and what else it sets off. */
function Aside({ tour: { progress, endpoint, way, viaTunnel, loading, failure, answered } }: { tour: Tour }) {
  const { tunnel } = useOverview()
  const { step, expectation } = progress
  const w = words().tour
  if (loading) return null
  if (failure !== null) {
    return (
      <span role="alert" className="flex items-baseline gap-2 text-fail">
        <StatusMark tone="bad" />
        <span className="min-w-0">
          <VisibleText text={failure} max={400} /> {step !== 'expect' && viaTunnel && w.pressAgain}
        </span>
      </span>
    )
  }
  if (answered !== null) {
    return (
      <span className="block text-muted">
        {w.answered(answered)}
        {viaTunnel && ` ${w.pressAgainAnswered}`}
      </span>
    )
  }
  switch (step) {
    case 'expect':
      return expectation && expectation.outcome.state !== 'pending' ? (
        <span className="text-muted">{w.notMet}</span>
      ) : null
    case 'go-on':
      return null
    case 'clean':
    case 'macro':
    case 'repeat':
    case 'meet':
      return (
        <span className="text-muted">
          {way === 'public' ? w.throughTunnel : tunnel.state === 'open' ? w.straight : w.straightWithoutTunnel}
          {endpoint !== null && endpoint.forward.mode !== 'off' && (
            <>
              {' '}
              <Pieces of={w.alsoForwarded(<VisibleText text={endpoint.forward.url} max={200} />)} />
            </>
          )}
        </span>
      )
    default:
      return step satisfies never
  }
}
