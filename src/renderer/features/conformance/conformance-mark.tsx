import type { ConformanceVerdict } from '../../../core/conformance/run.ts'
import { words } from '../../../words/words.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'

const VERDICTS = { pass: 'pass', warning: 'warn', fail: 'fail' } as const

/** A verdict by shape, colour and word; an open one is a question mark in a ring. */
export function ConformanceMark({ verdict }: { verdict: ConformanceVerdict }) {
  if (verdict !== 'ask') return <VerdictMark verdict={VERDICTS[verdict]} withWord />
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-info">
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path
          d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.6v.01"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
      <span className="font-medium">{words().conformance.verdicts.ask}</span>
    </span>
  )
}
