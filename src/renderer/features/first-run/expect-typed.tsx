import { Crosshair } from 'lucide-react'
import { useState } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import type { Expectation } from '../../../core/expectation.ts'
import { describeOutcome, outcomeWord } from '../../../core/expectation-words.ts'
import { words } from '../../../words/words.ts'
import { formatDuration } from '../../lib/format.ts'
import { useOnEvent } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { hashOf } from '../../lib/navigation.ts'
import { useArm } from '../../lib/use-arm.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

const LONGEST_SHOWN = 60

/** One click arms what was typed in Adjump's verify form: what arrives is then compared with it to the character. */
export function ExpectTyped({ endpoint }: { endpoint: Endpoint }) {
  const [armed, setArmed] = useState<Expectation | null>(null)
  const state = useArm(endpoint.id, setArmed)
  const w = words().firstRun.expect
  useOnEvent('expectation.changed', ({ changed }) => {
    const news = changed.find(({ id }) => id === armed?.id)
    if (news) setArmed(news)
  })
  useAction({
    id: 'expectation.arm',
    title: w.action,
    run: () => void state.arm(),
  })
  return (
    <div className="mt-2 flex flex-col gap-2 rounded-l border border-line bg-panel p-3 text-ink">
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] items-start gap-3">
        <TextField label={w.userId} mono {...state.text('userId')} />
        <TextField label={w.rewardAmount} mono {...state.text('amount')} />
        <Button
          className="mt-[calc(1.385rem+4px)]"
          icon={<Crosshair aria-hidden="true" size={14} />}
          action="expectation.arm"
          disabled={!state.connected || state.busy}
          onClick={() => void state.arm()}
        >
          {w.arm}
        </Button>
      </div>
      {state.failure !== null && (
        <p role="alert" className="text-s text-fail">
          {state.failure}
        </p>
      )}
      <output aria-label={w.label} className="text-s text-muted">
        {armed === null ? w.none : <Armed expectation={armed} />}
      </output>
    </div>
  )
}

function Armed({ expectation }: { expectation: Expectation }) {
  const now = useNow()
  const w = words().firstRun.expect
  const { userId, amount, armedAt, until, outcome } = expectation
  const left = Math.max(0, Math.ceil((until - Math.max(now, armedAt)) / 1000) * 1000)
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <StatusMark tone={outcome.state === 'met' ? 'good' : outcome.state === 'pending' ? 'busy' : 'poor'} />
      <span className="text-ink">
        {outcomeWord(outcome.state)}: <VisibleText text={userId} max={LONGEST_SHOWN} />,{' '}
        <VisibleText text={amount} max={LONGEST_SHOWN} />
      </span>
      <span>
        {outcome.state === 'pending' && outcome.nearest === null
          ? w.waiting(formatDuration(left))
          : describeOutcome(expectation)}
      </span>
      <a href={hashOf({ view: 'verify', id: null })} className="text-accent underline">
        {w.watch}
      </a>
    </span>
  )
}
