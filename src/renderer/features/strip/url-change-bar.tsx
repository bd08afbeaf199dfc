import { buildDashboardUrl } from '../../../core/dashboard-url.ts'
import type { UrlChange } from '../../../core/status.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { DashboardChangeBar } from './dashboard-change-bar.tsx'

/** The public URL is another one. */
export function UrlChangeBar({ change, onDismiss }: { change: UrlChange; onDismiss: () => void }) {
  const endpoint = useChosenEndpoint()
  const whole = (base: string): string => (endpoint ? buildDashboardUrl(base, endpoint) : base)
  return (
    <DashboardChangeBar
      label="Public URL changed"
      oldUrl={whole(change.oldUrl)}
      newUrl={whole(change.newUrl)}
      onDismiss={onDismiss}
    >
      <strong className="font-semibold">The dashboard still has the old URL.</strong> Adjump sends there until you paste
      the new one.
    </DashboardChangeBar>
  )
}
