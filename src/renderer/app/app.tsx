import { Fragment, type ReactNode } from 'react'
import type { Client } from '../../contract/client.ts'
import { words } from '../../words/words.ts'
import { InspectorProvider, useOverview } from '../lib/inspector.tsx'
import { useLanguage, useSpokenLanguage } from '../lib/language.ts'
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
    <WholeScreen>
      <TooltipProvider>
        <InspectorProvider client={client} renderWaiting={(state, retry) => <Startup state={state} onRetry={retry} />}>
          <WholeScreen>
            <SpokenScreen />
          </WholeScreen>
        </InspectorProvider>
        <SpokenMessages />
      </TooltipProvider>
    </WholeScreen>
  )
}

/** Holds what stands for all of the screen; it stays where the language changes, and says its fault in the new one. */
function WholeScreen({ children }: { children: ReactNode }) {
  useSpokenLanguage()
  return (
    <ErrorBoundary part={words().shell.parts.screen} size="screen">
      {children}
    </ErrorBoundary>
  )
}

function SpokenScreen() {
  const language = useLanguage(useOverview().settings.screen.language)
  return language === null ? null : <Screen key={language} />
}

function SpokenMessages() {
  const language = useSpokenLanguage()
  return (
    <Fragment key={language}>
      <MessageCorner />
      <LiveRegion />
    </Fragment>
  )
}

/** The whole screen, or one postback in a window of its own. */
function Screen() {
  const postbackId = useOwnWindow()
  return postbackId === null ? <Shell /> : <PostbackWindow key={postbackId} id={postbackId} />
}
