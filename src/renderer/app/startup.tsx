import { words } from '../../words/words.ts'
import type { OverviewState } from '../lib/overview-store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Spinner } from '../ui/spinner.tsx'

/** Before the first overview is here. */
export function Startup({ state, onRetry }: { state: OverviewState; onRetry: () => void }) {
  return (
    <main className="h-full">
      <Waiting state={state} onRetry={onRetry} />
    </main>
  )
}

function Waiting({ state, onRetry }: { state: OverviewState; onRetry: () => void }) {
  const w = words().shell.startup
  if (state.connection === 'disconnected') {
    return (
      <div role="alert" className="h-full">
        <EmptyState whole title={w.unreachable}>
          {w.unreachableWhy}
        </EmptyState>
      </div>
    )
  }
  if (state.failure !== null) {
    return (
      <div role="alert" className="h-full">
        <EmptyState whole title={w.unreadable} action={<Button onClick={onRetry}>{words().ui.tryAgain}</Button>}>
          {state.failure}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="flex h-full items-center justify-center">
      <Spinner label={w.connecting} size={20} />
    </div>
  )
}
