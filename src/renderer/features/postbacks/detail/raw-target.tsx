import type { Severity } from '../../../../core/findings/codes.ts'
import type { Finding } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { markEvidence } from './evidence.ts'

const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** The request-target as it stood on the wire, the findings' evidence marked; `lit` is the finding looked at. */
export function RawTarget({
  target,
  findings,
  lit,
}: {
  target: string
  findings: readonly Finding[]
  lit: number | null
}) {
  return (
    <section
      aria-label={words().detail.rawTarget}
      className="rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s leading-relaxed break-all whitespace-pre-wrap"
    >
      {markEvidence(target, findings).map((part) => {
        const text = <VisibleText text={part.text} max={4000} />
        if (part.findings.length === 0) return <span key={part.span.start}>{text}</span>
        const covering = part.findings.flatMap((index) => findings[index] ?? [])
        const severity = ORDER.find((one) => covering.some((finding) => finding.severity === one))
        return (
          <mark
            key={part.span.start}
            className="evidence"
            data-severity={severity}
            data-lit={lit === null ? undefined : part.findings.includes(lit)}
            title={covering.map((finding) => finding.code).join(', ')}
          >
            {text}
          </mark>
        )
      })}
    </section>
  )
}
