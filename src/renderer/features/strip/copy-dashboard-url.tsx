import { words } from '../../../words/words.ts'
import type { DashboardUrl } from '../../lib/dashboard.ts'
import { say } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton, copyAndSay } from '../../ui/copy-button.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

/** Copies the dashboard URL; where Adjump could not reach it, says that. */
export async function copyDashboardUrl(dashboard: DashboardUrl): Promise<void> {
  const w = words().strip.dashboardUrl
  const { reach, dashboardUrl, why } = dashboard
  if (dashboardUrl === null) say(why ?? w.noEndpoint, { severity: 'error' })
  else if (await copyAndSay(dashboardUrl, reach === 'public' ? w.name : w.localName)) {
    say(reach === 'public' ? w.copied : w.copiedLocal(why), {
      subject: 'copied',
    })
  }
}

/** The strip's one button: the whole URL for the dashboard. Without a public URL it says why, and is not primary. */
export function CopyDashboardUrl({ dashboard }: { dashboard: DashboardUrl }) {
  const w = words().strip.dashboardUrl
  const { reach, dashboardUrl, why } = dashboard
  switch (reach) {
    case 'public':
      return (
        <CopyButton text={dashboardUrl ?? ''} label={w.copy} variant="primary" action="dashboard-url.copy">
          {w.copy}
        </CopyButton>
      )
    case 'local':
      return (
        <Tooltip text={w.onlyLocal(why)}>
          <Button onClick={() => void copyDashboardUrl(dashboard)} action="dashboard-url.copy">
            {w.copyLocal}
          </Button>
        </Tooltip>
      )
    case 'none':
      return (
        <Tooltip text={why}>
          {/* Not disabled: a disabled button has no focus, and nobody would learn why. */}
          <Button
            aria-disabled="true"
            className="opacity-60"
            action="dashboard-url.copy"
            onClick={() => void copyDashboardUrl(dashboard)}
          >
            {w.copy}
          </Button>
        </Tooltip>
      )
    default:
      return reach satisfies never
  }
}
