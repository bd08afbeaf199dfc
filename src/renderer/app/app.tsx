import type { Client } from '../../contract/client.ts'
import { InspectorProvider } from '../lib/inspector.tsx'
import { ErrorBoundary } from '../ui/crash/error-boundary.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { MessageCorner } from './message-corner.tsx'
import { Shell } from './shell.tsx'
import { Startup } from './startup.tsx'

export function App({ client }: { client: Client }) {
  return (
    <ErrorBoundary part="The screen" size="screen">
      <TooltipProvider>
        <InspectorProvider client={client} renderWaiting={(state, retry) => <Startup state={state} onRetry={retry} />}>
          <ErrorBoundary part="The screen" size="screen">
            <Shell />
          </ErrorBoundary>
        </InspectorProvider>
        <MessageCorner />
        <LiveRegion />
      </TooltipProvider>
    </ErrorBoundary>
  )
}
