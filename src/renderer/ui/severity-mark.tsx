import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../core/findings/codes.ts'
import { cx } from '../lib/cx.ts'

const LOOKS: Record<Severity, { readonly word: string; readonly colour: string; readonly Icon: typeof Info }> = {
  error: { word: 'Error', colour: 'text-fail', Icon: CircleAlert },
  warning: { word: 'Warning', colour: 'text-warn', Icon: TriangleAlert },
  info: { word: 'Info', colour: 'text-info', Icon: Info },
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
  const { word, colour, Icon } = LOOKS[severity]
  const name = named ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true }
  return <Icon {...name} size={size} className={cx('shrink-0', colour, className)} />
}

export function SeverityWord({ severity }: { severity: Severity }) {
  const { word, colour } = LOOKS[severity]
  return <span className={cx('font-medium', colour)}>{word}</span>
}
