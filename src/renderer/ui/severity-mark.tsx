import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../core/findings/codes.ts'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'

const LOOKS: Record<Severity, { readonly colour: string; readonly Icon: typeof Info }> = {
  error: { colour: 'text-fail', Icon: CircleAlert },
  warning: { colour: 'text-warn', Icon: TriangleAlert },
  info: { colour: 'text-info', Icon: Info },
}

/** How much a finding weighs, by shape and colour. The word stands beside it, or is its name (`SeverityWord`). */
export function SeverityIcon({
  severity,
  size = 16,
  named = false,
  className,
}: {
  severity: Severity
  size?: number
  /** Where no word is beside it. */
  named?: boolean
  className?: string
}) {
  const { colour, Icon } = LOOKS[severity]
  const name = named ? { role: 'img', 'aria-label': words().status.severities[severity] } : { 'aria-hidden': true }
  return <Icon {...name} size={size} className={cx('shrink-0', colour, className)} />
}

export function SeverityWord({ severity }: { severity: Severity }) {
  return <span className={cx('font-medium', LOOKS[severity].colour)}>{words().status.severities[severity]}</span>
}
