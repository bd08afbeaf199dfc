import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { IconButton } from './icon-button.tsx'

export type NoticeSeverity = 'info' | 'warning' | 'error'

const LOOKS: Record<NoticeSeverity, { box: string; icon: ReactNode }> = {
  info: {
    box: 'bg-info-soft text-info',
    icon: <Info aria-hidden="true" size={15} />,
  },
  warning: {
    box: 'bg-warn-soft text-warn',
    icon: <TriangleAlert aria-hidden="true" size={15} />,
  },
  error: {
    box: 'bg-fail-soft text-fail',
    icon: <CircleAlert aria-hidden="true" size={15} />,
  },
}

/** A bar across the screen that stays until what it says is over or it is dismissed. `label` names it. */
export function NoticeBar({
  severity,
  label,
  children,
  actions,
  onDismiss,
  dismissLabel = words().ui.dismiss,
}: {
  severity: NoticeSeverity
  label: string
  children: ReactNode
  actions?: ReactNode
  onDismiss?: () => void
  dismissLabel?: string
}) {
  const look = LOOKS[severity]
  return (
    <section
      aria-label={label}
      // Problems interrupt, the rest waits for its turn.
      role={severity === 'error' ? 'alert' : 'status'}
      className={cx('flex items-start gap-2 border-b border-line px-4 py-1.5', look.box)}
    >
      <span className="mt-[3px] shrink-0">{look.icon}</span>
      <span className="only-heard">{words().ui.notices[severity]}: </span>
      <div className="min-w-0 flex-1 text-ink">{children}</div>
      {actions !== undefined && <div className="flex shrink-0 flex-wrap items-center gap-2">{actions}</div>}
      {onDismiss && (
        <IconButton size="s" label={dismissLabel} icon={<X aria-hidden="true" size={14} />} onClick={onDismiss} />
      )}
    </section>
  )
}
