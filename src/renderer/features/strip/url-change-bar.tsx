import { buildDashboardUrl } from '../../../core/dashboard-url.ts'
import type { UrlChange } from '../../../core/status.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'

/** Stays until dismissed: Adjump still sends to the old URL, and only the user can change that. */
export function UrlChangeBar({ change, onDismiss }: { change: UrlChange; onDismiss: () => void }) {
  const endpoint = useChosenEndpoint()
  const whole = (base: string): string => (endpoint ? buildDashboardUrl(base, endpoint) : base)
  return (
    <NoticeBar
      severity="warning"
      label="Public URL changed"
      actions={
        <>
          <CopyButton text={whole(change.newUrl)} label="Copy new dashboard URL" size="s">
            Copy new
          </CopyButton>
          <Button size="s" variant="ghost" onClick={onDismiss}>
            I have changed it
          </Button>
        </>
      }
    >
      <strong className="font-semibold">The dashboard still has the old URL.</strong> Adjump sends there until you paste
      the new one.
      <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 font-mono text-s">
        <dt className="font-sans text-muted">Old</dt>
        <dd className="break-all text-muted line-through">{whole(change.oldUrl)}</dd>
        <dt className="font-sans text-muted">New</dt>
        <dd className="break-all">{whole(change.newUrl)}</dd>
      </dl>
    </NoticeBar>
  )
}
