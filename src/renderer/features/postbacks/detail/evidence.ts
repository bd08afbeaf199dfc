import type { Finding, Span } from '../../../../core/postback.ts'

/** A stretch of the raw target with the findings (by index) whose evidence covers it. */
export interface EvidencePart {
  readonly text: string
  readonly span: Span
  readonly findings: readonly number[]
}

/**
 * Cuts the target wherever evidence begins or ends, so that overlapping findings each keep their own marks. Spans
 * that reach beyond the target are clipped; empty ones mark nothing.
 */
export function markEvidence(target: string, findings: readonly Pick<Finding, 'evidence'>[]): readonly EvidencePart[] {
  const clip = (offset: number): number => Math.min(Math.max(0, offset), target.length)
  const marks = findings.flatMap(({ evidence }, finding) =>
    evidence.map((span) => ({ finding, start: clip(span.start), end: clip(span.end) })).filter((m) => m.end > m.start),
  )
  const cuts = [...new Set([0, target.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort(
    (a, b) => a - b,
  )
  const parts: EvidencePart[] = []
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1]
    if (end === undefined) break
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end).map((mark) => mark.finding)
    parts.push({ text: target.slice(start, end), span: { start, end }, findings: [...new Set(covering)] })
  }
  return parts
}
