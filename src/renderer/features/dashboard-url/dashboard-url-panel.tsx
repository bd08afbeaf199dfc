import type { DashboardUrlEndpoint } from '../../../core/dashboard-url.ts'
import { words } from '../../../words/words.ts'
import { useDashboardUrl } from '../../lib/dashboard.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { QrButton } from '../../ui/qr-button.tsx'
import { UrlText } from '../../ui/url-text.tsx'
import { DashboardUrlChecker } from './dashboard-url-checker.tsx'

/** The URL for the dashboard, built and never typed; and below it the check of what stands there now. */
export function DashboardUrlPanel({ endpoint }: { endpoint: DashboardUrlEndpoint }) {
  const { dashboardUrl, reach, why } = useDashboardUrl(endpoint)
  const w = words().dashboardUrl
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1 rounded-l border border-line bg-panel p-3">
        <div className="flex items-start gap-3">
          <output aria-label={w.title} className="min-w-0 flex-1 pt-0.5">
            {dashboardUrl === null ? <span className="text-muted">{why}</span> : <UrlText url={dashboardUrl} />}
          </output>
          {dashboardUrl !== null && (
            <CopyButton text={dashboardUrl} label={reach === 'public' ? w.copyPublic : w.copyLocal}>
              {words().ui.copy}
            </CopyButton>
          )}
          {dashboardUrl !== null && <QrButton subject={{ what: 'dashboard-url', endpoint }} />}
        </div>
        {reach === 'local' && <p className="text-s text-warn">{w.local(why)}</p>}
      </div>
      <DashboardUrlChecker endpoint={endpoint} />
    </div>
  )
}
