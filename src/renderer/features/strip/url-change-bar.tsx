import { buildDashboardUrl } from '../../../core/dashboard-url.ts'
import type { UrlChange } from '../../../core/status.ts'
import { words } from '../../../words/words.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { DashboardChangeBar } from './dashboard-change-bar.tsx'

/** The public URL is another one. */
export function UrlChangeBar({ change, onDismiss }: { change: UrlChange; onDismiss: () => void }) {
  const w = words().strip.urlChange
  const endpoint = useChosenEndpoint()
  const whole = (base: string): string => (endpoint ? buildDashboardUrl(base, endpoint) : base)
  return (
    <DashboardChangeBar
      label={w.label}
      oldUrl={whole(change.oldUrl)}
      newUrl={whole(change.newUrl)}
      onDismiss={onDismiss}
    >
      <strong className="font-semibold">{w.what}</strong> {w.meanwhile}
    </DashboardChangeBar>
  )
}
