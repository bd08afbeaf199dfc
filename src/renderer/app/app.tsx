import type { Client } from '../../contract/client.ts'
import { InspectorProvider } from '../lib/inspector.tsx'
import { useOwnWindow } from '../lib/own-window.ts'
import { ErrorBoundary } from '../ui/crash/error-boundary.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { MessageCorner } from './message-corner.tsx'
import { PostbackWindow } from './postback-window.tsx'
import { Shell } from './shell.tsx'
import { Startup } from './startup.tsx'

export function App({ client }: { client: Client }) {
  return (
    <ErrorBoundary part="The screen" size="screen">
      <TooltipProvider>
        <InspectorProvider client={client} renderWaiting={(state, retry) => <Startup state={state} onRetry={retry} />}>
          <ErrorBoundary part="The screen" size="screen">
            <Screen />
          </ErrorBoundary>
        </InspectorProvider>
        <MessageCorner />
        <LiveRegion />
      </TooltipProvider>
    </ErrorBoundary>
  )
}

/** The whole screen, or one postback in a window of its own. */
function Screen() {
  const postbackId = useOwnWindow()
  return postbackId === null ? <Shell /> : <PostbackWindow key={postbackId} id={postbackId} />
}
