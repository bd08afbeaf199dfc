import { Undo2 } from 'lucide-react'
import type { Clearing } from '../../../core/clearing.ts'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { useClearing } from './use-clearing.ts'

/** Nothing has gone yet: what is about to, when, and the way to keep it. In every window. */
export function WaitingBar({ clearing: { total, beginsAt, why } }: { clearing: Clearing }) {
  const { stop, hurry } = useClearing()
  const now = useNow()
  useAction({ id: 'history.keep', run: stop })
  useAction({ id: 'history.clearNow', run: hurry })
  const w = words().clearing.waiting
  const left = Math.max(0, Math.ceil(((beginsAt ?? now) - now) / 1000))
  return (
    <section aria-label={w.label} className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1">
      <span className="min-w-0 flex-1 truncate text-s">
        {left > 0 ? w.within(total, left) : w.soon(total)}
        {why !== null && (
          <span className="text-muted">
            {' '}
            <VisibleText text={why} max={300} />
          </span>
        )}
      </span>
      <Button size="s" icon={<Undo2 aria-hidden="true" size={13} />} action="history.keep" onClick={stop}>
        {words().ui.undo}
      </Button>
      <Button size="s" variant="ghost" action="history.clearNow" onClick={hurry}>
        {w.removeNow}
      </Button>
    </section>
  )
}
