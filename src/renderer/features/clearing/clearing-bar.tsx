import { X } from 'lucide-react'
import { formatCount, formatPlural } from '../../lib/format.ts'
import { useClient, useOnEvent, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

/** Requests are being removed: how far it is, what it waits for, and the way to end it. */
export function ClearingBar() {
  const client = useClient()
  const { clearing } = useOverview()
  const isRunning = clearing.state === 'running'
  const stop = (): void => {
    client.call('history.stopClearing', {}).catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  useAction(
    isRunning
      ? { id: 'history.stopClearing', title: 'Stop removing requests', key: 'h x', group: 'History', run: stop }
      : null,
  )
  useOnEvent('clearing.progressed', ({ state, cause, removed }) => {
    if (cause === 'retention' || (state !== 'done' && state !== 'stopped')) return
    const end = state === 'stopped' ? 'Stopped: ' : ''
    say(`${end}${formatPlural(removed, 'request')} ${removed === 1 ? 'is' : 'are'} removed.`, { subject: 'clearing' })
  })
  if (!isRunning) return null
  const { removed, total, why } = clearing
  return (
    <section aria-label="Removing" className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1">
      <span className="min-w-0 truncate text-s text-muted">
        Removing {formatCount(removed)} of {formatCount(Math.max(total, removed))} requests…
        {why !== null && (
          <>
            {' '}
            <VisibleText text={why} max={300} />
          </>
        )}
      </span>
      <progress
        aria-label="Requests removed"
        max={Math.max(total, 1)}
        value={removed}
        className="h-1 max-w-64 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      <Button size="s" variant="ghost" icon={<X aria-hidden="true" size={13} />} onClick={stop}>
        Stop
      </Button>
    </section>
  )
}
