import { type ReactNode, useEffect, useRef } from 'react'
import type { Expectation, OutcomeState } from '../../../core/expectation.ts'
import { outcomeWord } from '../../../core/expectation-words.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useRoute } from '../../lib/navigation.ts'
import type { StatusTone } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { spokenText, VisibleText } from '../../ui/visible-text.tsx'

const LONGEST_SHOWN = 200

const TONES: Record<OutcomeState, StatusTone> = {
  pending: 'busy',
  met: 'good',
  mismatched: 'bad',
  'not-listening': 'poor',
  expired: 'poor',
  cancelled: 'off',
}

const COLOURS: Record<OutcomeState, string> = {
  pending: 'text-accent',
  met: 'text-pass',
  mismatched: 'text-fail',
  'not-listening': 'text-warn',
  expired: 'text-warn',
  cancelled: 'text-muted',
}

/** One expectation: its outcome in a word, what was expected, what can be done with it, and what is to be said. */
export function ExpectationCard({
  expectation,
  aside,
  action,
  children,
}: {
  expectation: Expectation
  aside: ReactNode
  action: ReactNode
  children?: ReactNode
}) {
  const { endpoints } = useOverview()
  const { id, userId, amount, endpointId, outcome } = expectation
  const route = useRoute()
  const isNamed = route.view === 'verify' && route.id === id
  const place = useRef<HTMLLIElement>(null)
  // A link or a notification led here.
  useEffect(() => {
    if (!isNamed) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [isNamed])
  const endpoint = endpoints.find(({ id }) => id === endpointId)?.name ?? words().verify.deletedEndpoint
  return (
    <li
      ref={place}
      {...(isNamed ? { tabIndex: -1, 'aria-current': 'true' as const } : {})}
      aria-label={`${outcomeWord(outcome.state)}: ${spokenText(userId, LONGEST_SHOWN)}, ${spokenText(amount, LONGEST_SHOWN)}`}
      className={cx(
        'flex flex-col gap-2 rounded-l border bg-panel p-3 outline-none',
        isNamed ? 'border-accent' : 'border-line',
      )}
    >
      <div className="flex items-start gap-3">
        <span className={`flex w-28 shrink-0 items-center gap-1.5 pt-1 font-medium ${COLOURS[outcome.state]}`}>
          <StatusMark tone={TONES[outcome.state]} />
          {outcomeWord(outcome.state)}
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap gap-x-3 pt-1">
            <span className="min-w-0 font-mono break-all">
              <VisibleText text={userId} max={LONGEST_SHOWN} />
            </span>
            <span className="min-w-0 font-mono break-all">
              <VisibleText text={amount} max={LONGEST_SHOWN} />
            </span>
          </p>
          <p className="text-s text-muted">
            <VisibleText text={endpoint} /> · {aside}
          </p>
        </div>
        {action}
      </div>
      {children}
    </li>
  )
}
