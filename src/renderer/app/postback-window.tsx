import { useEffect, useState } from 'react'
import { words } from '../../words/words.ts'
import { ClearingHost } from '../features/clearing/clear-dialog.tsx'
import { FindingHelp } from '../features/help/finding-help.tsx'
import { DetailAlone } from '../features/postbacks/detail/detail-alone.tsx'
import { LostBar } from '../features/strip/lost-bar.tsx'
import { useConnection, useOverview } from '../lib/inspector.tsx'
import { useAction, useKeyListener } from '../lib/keys.ts'
import { useStayHere } from '../lib/own-window.ts'
import { ErrorBoundary } from '../ui/crash/error-boundary.tsx'
import { DesktopHost } from './desktop-host.tsx'
import { GlobalActions } from './global-actions.tsx'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'
import { PostbackActions, PostbackSections } from './postback-slots.tsx'
import { useTheme } from './theme.ts'

/** The lean frame of a window that one postback has for itself: what is known of it, its commands, and nothing else. */
export function PostbackWindow({ id }: { id: number }) {
  const w = words().shell
  const title = w.postbackTitle(id)
  const { settings, info } = useOverview()
  const connection = useConnection()
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null)
  const close = (): void => setShown(null)
  useTheme(settings.screen.theme)
  useKeyListener(settings.keys)
  useStayHere(id)
  useAction(
    info.face === 'desktop'
      ? {
          id: 'window.close',
          run: () => window.close(),
        }
      : null,
  )
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="flex h-full flex-col bg-panel">
      <DesktopHost postbackId={id} />
      <GlobalActions onPalette={() => setShown('palette')} onKeys={() => setShown('keys')} />
      {connection !== 'connected' && <LostBar />}
      <ErrorBoundary part={w.parts.removing} size="line">
        <ClearingHost />
      </ErrorBoundary>
      <main className="min-h-0 flex-1">
        <ErrorBoundary part={w.parts.window} size="screen" shown={String(id)}>
          <DetailAlone
            id={id}
            renderActions={(detail) => <PostbackActions detail={detail} alone />}
            renderSections={(detail) => <PostbackSections detail={detail} />}
            renderFindingHelp={(code, leading) => <FindingHelp code={code} leading={leading} />}
          />
        </ErrorBoundary>
      </main>
      <Palette open={shown === 'palette'} onClose={close} />
      <KeyList open={shown === 'keys'} onClose={close} />
    </div>
  )
}
