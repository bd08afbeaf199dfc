import type { ReactNode } from 'react'
import { words } from '../../../words/words.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

/** Stays until dismissed: Adjump still sends to the old URL, and only the user can change that. */
export function DashboardChangeBar({
  label,
  oldUrl,
  newUrl,
  onDismiss,
  children,
}: {
  label: string
  oldUrl: string
  newUrl: string
  onDismiss: () => void
  /** What has changed, and what that means. */
  children: ReactNode
}) {
  const w = words().strip.dashboardChange
  return (
    <NoticeBar
      severity="warning"
      label={label}
      actions={
        <>
          <CopyButton text={newUrl} label={w.copy} size="s">
            {w.copyShort}
          </CopyButton>
          <Button size="s" variant="ghost" onClick={onDismiss}>
            {w.changed}
          </Button>
        </>
      }
    >
      {children}
      <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 font-mono text-s">
        <dt className="font-sans text-muted">{w.old}</dt>
        <dd className="break-all text-muted line-through">
          <VisibleText text={oldUrl} max={2000} />
        </dd>
        <dt className="font-sans text-muted">{w.new}</dt>
        <dd className="break-all">
          <VisibleText text={newUrl} max={2000} />
        </dd>
      </dl>
    </NoticeBar>
  )
}
