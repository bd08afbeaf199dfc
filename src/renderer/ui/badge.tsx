import type { ReactNode } from 'react'
import { cx } from '../lib/cx.ts'

export type Tone = 'neutral' | 'accent' | 'pass' | 'warn' | 'fail' | 'info'

const LOOKS: Record<Tone, string> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent',
  pass: 'bg-pass-soft text-pass',
  warn: 'bg-warn-soft text-warn',
  fail: 'bg-fail-soft text-fail',
  info: 'bg-info-soft text-info',
}

/** A short word with a tone; the word alone must say it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-s px-1.5 text-xs font-medium whitespace-nowrap',
        LOOKS[tone],
      )}
    >
      {children}
    </span>
  )
}
