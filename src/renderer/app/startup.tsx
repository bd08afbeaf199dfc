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
  if (state.connection === 'disconnected') {
    return (
      <div role="alert" className="h-full">
        <EmptyState whole title="The inspector cannot be reached">
          It may have been closed, or this address may be out of date: each start prints a new one. This page connects
          by itself as soon as it can.
        </EmptyState>
      </div>
    )
  }
  if (state.failure !== null) {
    return (
      <div role="alert" className="h-full">
        <EmptyState whole title="The inspector could not be read" action={<Button onClick={onRetry}>Try again</Button>}>
          {state.failure}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="flex h-full items-center justify-center">
      <Spinner label="Connecting to the inspector" size={20} />
    </div>
  )
}
