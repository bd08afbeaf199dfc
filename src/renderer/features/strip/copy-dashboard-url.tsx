import type { DashboardUrl } from '../../lib/dashboard.ts'
import { say } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton, copyAndSay } from '../../ui/copy-button.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

/** Copies the dashboard URL; where Adjump could not reach it, says that. */
export async function copyDashboardUrl(dashboard: DashboardUrl): Promise<void> {
  const { reach, dashboardUrl, why } = dashboard
  if (dashboardUrl === null) say(why ?? 'There is no endpoint.', { severity: 'error' })
  else if (await copyAndSay(dashboardUrl, reach === 'public' ? 'dashboard URL' : 'local URL')) {
    say(reach === 'public' ? 'Copied the dashboard URL.' : `Copied the local URL: Adjump cannot reach it. ${why}`, {
      subject: 'copied',
    })
  }
}

/** The strip's one button: the whole URL for the dashboard. Without a public URL it says why, and is not primary. */
export function CopyDashboardUrl({ dashboard }: { dashboard: DashboardUrl }) {
  const { reach, dashboardUrl, why } = dashboard
  switch (reach) {
    case 'public':
      return (
        <CopyButton text={dashboardUrl ?? ''} label="Copy dashboard URL" variant="primary" action="dashboard-url.copy">
          Copy dashboard URL
        </CopyButton>
      )
    case 'local':
      return (
        <Tooltip text={`${why}\nThe local URL reaches this machine only: Adjump cannot use it.`}>
          <Button onClick={() => void copyDashboardUrl(dashboard)} action="dashboard-url.copy">
            Copy local URL only
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
            Copy dashboard URL
          </Button>
        </Tooltip>
      )
    default:
      return reach satisfies never
  }
}
