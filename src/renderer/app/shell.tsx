import { useEffect, useState } from 'react'
import { words } from '../../words/words.ts'
import { ClearingHost } from '../features/clearing/clear-dialog.tsx'
import { ClearingBar } from '../features/clearing/clearing-bar.tsx'
import { RetentionSection } from '../features/clearing/retention-section.tsx'
import { ConformanceView } from '../features/conformance/conformance-view.tsx'
import { DashboardUrlPanel } from '../features/dashboard-url/dashboard-url-panel.tsx'
import { EndpointDeliveries } from '../features/deliveries/endpoint-deliveries.tsx'
import { DesktopSection } from '../features/desktop/desktop-section.tsx'
import { EndpointsView } from '../features/endpoints/endpoints-view.tsx'
import { FirstRun } from '../features/first-run/first-run.tsx'
import { FindingHelp } from '../features/help/finding-help.tsx'
import { HelpView } from '../features/help/help-view.tsx'
import { InsightsView } from '../features/postbacks/insights/insights-view.tsx'
import { PostbacksView } from '../features/postbacks/postbacks-view.tsx'
import { ViewActions } from '../features/postbacks/views/view-actions.tsx'
import { QrHost } from '../features/qr/qr-host.tsx'
import { SettingsView } from '../features/settings/settings-view.tsx'
import { SimulatorView } from '../features/simulator/simulator-view.tsx'
import { Bars } from '../features/strip/bars.tsx'
import { Strip } from '../features/strip/strip.tsx'
import { HistorySection } from '../features/transfers/history-section.tsx'
import { ImportHost } from '../features/transfers/import-host.tsx'
import { ReportMenu } from '../features/transfers/report-menu.tsx'
import { TransferBar } from '../features/transfers/transfer-bar.tsx'
import { TunnelView } from '../features/tunnel/tunnel-view.tsx'
import { UsersView } from '../features/users/users-view.tsx'
import { OutcomeNews } from '../features/verify/outcome-news.tsx'
import { VerifyView } from '../features/verify/verify-view.tsx'
import { useOverview } from '../lib/inspector.tsx'
import { useKeyListener } from '../lib/keys.ts'
import { type Route, useRoute } from '../lib/navigation.ts'
import { ErrorBoundary } from '../ui/crash/error-boundary.tsx'
import { DesktopHost } from './desktop-host.tsx'
import { GlobalActions } from './global-actions.tsx'
import { KeyList } from './key-list.tsx'
import { Palette } from './palette.tsx'
import { PostbackActions, PostbackSections, PostbackTools } from './postback-slots.tsx'
import { Sidebar } from './sidebar.tsx'
import { useTheme } from './theme.ts'
import { TourSlot } from './tour-slot.tsx'

/** The frame around every view. */
export function Shell() {
  const { parts } = words().shell
  const { settings } = useOverview()
  const route = useRoute()
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null)
  const close = (): void => setShown(null)
  useTheme(settings.screen.theme)
  useKeyListener(settings.keys)
  useTitle(route)
  return (
    <div data-density={settings.screen.density} className="relative flex h-full overflow-clip">
      <ErrorBoundary part={parts.expectationNews} size="line">
        <OutcomeNews />
      </ErrorBoundary>
      <ViewActions />
      <DesktopHost postbackId={null} />
      <GlobalActions onPalette={() => setShown('palette')} onKeys={() => setShown('keys')} />
      <Sidebar onPalette={() => setShown('palette')} onKeys={() => setShown('keys')} />
      <div className="flex min-w-0 flex-1 flex-col">
        <ErrorBoundary part={parts.states} size="line">
          <Strip />
        </ErrorBoundary>
        <ErrorBoundary part={parts.notice} size="line">
          <Bars />
        </ErrorBoundary>
        <ErrorBoundary part={parts.transfers} size="line">
          <TransferBar />
        </ErrorBoundary>
        <ErrorBoundary part={parts.clearing} size="line">
          <ClearingBar />
          <ClearingHost />
        </ErrorBoundary>
        <ErrorBoundary part={parts.tour} size="line">
          <TourSlot />
        </ErrorBoundary>
        <main className="min-h-0 flex-1">
          <ErrorBoundary part={parts.view} size="screen" shown={`${route.view} ${route.id ?? ''}`}>
            <CurrentView route={route} />
          </ErrorBoundary>
        </main>
      </div>
      <ErrorBoundary part={parts.importing} size="line">
        <ImportHost />
      </ErrorBoundary>
      <ErrorBoundary part={parts.qr} size="line">
        <QrHost />
      </ErrorBoundary>
      <Palette open={shown === 'palette'} onClose={close} />
      <KeyList open={shown === 'keys'} onClose={close} />
    </div>
  )
}

/** Features do not know each other: where one shows another's part, the shell hands it over. */
function CurrentView({ route }: { route: Route }) {
  switch (route.view) {
    case 'postbacks':
      return (
        <PostbacksView
          firstRun={<FirstRun />}
          renderTools={(filter) => <PostbackTools filter={filter} />}
          renderActions={(detail) => <PostbackActions detail={detail} />}
          renderSections={(detail) => <PostbackSections detail={detail} />}
          renderFindingHelp={(code, leading) => <FindingHelp code={code} leading={leading} />}
        />
      )
    case 'insights':
      return <InsightsView />
    case 'verify':
      return <VerifyView renderReport={(ids) => <ReportMenu expectationIds={ids} />} />
    case 'users':
      return <UsersView />
    case 'simulator':
      return <SimulatorView conformance={<ConformanceView />} />
    case 'endpoints':
      return (
        <EndpointsView
          id={route.id}
          renderDashboardUrl={(parts) => <DashboardUrlPanel endpoint={parts} />}
          renderDeliveries={(endpoint) => <EndpointDeliveries endpoint={endpoint} />}
        />
      )
    case 'tunnel':
      return <TunnelView />
    case 'settings':
      return (
        <SettingsView
          desktop={<DesktopSection />}
          history={
            <>
              <RetentionSection />
              <HistorySection />
            </>
          }
        />
      )
    case 'help':
      return <HelpView id={route.id} />
    default:
      return route.view satisfies never
  }
}

function useTitle({ view }: Route): void {
  const w = words().shell
  const title = w.title(w.views[view])
  useEffect(() => {
    document.title = title
  }, [title])
}
