import type { Kind, Verdict } from '../../core/postback.ts'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'

type MarkName = Verdict | 'none'

const COLOURS: Record<MarkName, string> = {
  pass: 'text-pass',
  warn: 'text-warn',
  fail: 'text-fail',
  none: 'text-faint',
}

/** The word for a verdict; where there is none, for what the request was. */
export function verdictWord(verdict: Verdict | null, kind?: Kind): string {
  const w = words().status
  if (verdict) return w.verdicts[verdict]
  return kind ? w.kinds[kind] : w.noVerdict
}

/**
 * A verdict by shape, colour and word: a round tick, a triangle, an octagon with a cross, and a dot where there is
 * none. Without the word in sight it is still the mark's name.
 */
export function VerdictMark({
  verdict,
  kind,
  withWord = false,
  size = 14,
}: {
  verdict: Verdict | null
  kind?: Kind
  withWord?: boolean
  size?: number
}) {
  const name = verdict ?? 'none'
  const word = verdictWord(verdict, kind)
  return (
    <span className={cx('inline-flex items-center gap-1.5 align-middle', COLOURS[name])}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        className="shrink-0"
        {...(withWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
      >
        <Shape name={name} />
      </svg>
      {withWord && <span className="font-medium">{word}</span>}
    </span>
  )
}

const CUT = {
  fill: 'none',
  stroke: 'var(--panel)',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

function Shape({ name }: { name: MarkName }) {
  switch (name) {
    case 'pass':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path d="M4.9 8.3 7.1 10.5 11.2 5.9" {...CUT} />
        </>
      )
    case 'warn':
      return (
        <>
          <path
            d="M8 1.9 15 14H1Z"
            fill="currentColor"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
          <path d="M8 6.2v3.4M8 11.9v.01" {...CUT} />
        </>
      )
    case 'fail':
      return (
        <>
          <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" />
          <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" {...CUT} />
        </>
      )
    case 'none':
      return <circle cx="8" cy="8" r="2.6" fill="currentColor" />
    default:
      return name satisfies never
  }
}
