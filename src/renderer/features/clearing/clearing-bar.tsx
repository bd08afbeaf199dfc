import { X } from 'lucide-react'
import { useRef } from 'react'
import { words } from '../../../words/words.ts'
import { useOnEvent, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, unsayAbout } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { CLEARING } from './clearing-state.ts'
import { useClearing } from './use-clearing.ts'
import { WaitingBar } from './waiting-bar.tsx'

/** Requests are about to be removed, or are being removed: how far it is, what it waits for, and the way to end it. */
export function ClearingBar() {
  const { clearing } = useOverview()
  const { stop } = useClearing()
  const isRunning = clearing.state === 'running'
  useAction(isRunning ? { id: 'history.stopClearing', run: stop } : null)
  const waited = useRef(false)
  useOnEvent('clearing.progressed', ({ state, cause, removed }) => {
    // Nothing can be undone any more, or there is nothing left to undo.
    if (waited.current && state !== 'waiting') unsayAbout(CLEARING)
    waited.current = state === 'waiting'
    if (cause === 'retention' || (state !== 'done' && state !== 'stopped')) return
    say(words().clearing.bar[state](removed), { subject: CLEARING })
  })
  if (clearing.state === 'waiting') return <WaitingBar clearing={clearing} />
  if (!isRunning) return null
  const { removed, total, why } = clearing
  const w = words().clearing.bar
  return (
    <section aria-label={w.label} className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1">
      <span className="min-w-0 truncate text-s text-muted">
        {w.progress(removed, Math.max(total, removed))}
        {why !== null && (
          <>
            {' '}
            <VisibleText text={why} max={300} />
          </>
        )}
      </span>
      <progress
        aria-label={w.progressLabel}
        max={Math.max(total, 1)}
        value={removed}
        className="h-1 max-w-64 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      <Button
        size="s"
        variant="ghost"
        icon={<X aria-hidden="true" size={13} />}
        action="history.stopClearing"
        onClick={stop}
      >
        {w.stop}
      </Button>
    </section>
  )
}
