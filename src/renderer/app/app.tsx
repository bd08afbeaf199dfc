import type { Client } from '../../contract/client.ts'
import { InspectorProvider } from '../lib/inspector.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { MessageCorner } from './message-corner.tsx'
import { Shell } from './shell.tsx'
import { Startup } from './startup.tsx'

export function App({ client }: { client: Client }) {
  return (
    <ErrorBoundary>
      <TooltipProvider>
        <InspectorProvider client={client} renderWaiting={(state, retry) => <Startup state={state} onRetry={retry} />}>
          <Shell />
        </InspectorProvider>
        <MessageCorner />
        <LiveRegion />
      </TooltipProvider>
    </ErrorBoundary>
  )
}
