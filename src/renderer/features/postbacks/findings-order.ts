import { FINDING_CODES, type FindingCode } from '../../../core/findings/codes.ts'
import type { Finding } from '../../../core/postback.ts'

const WEIGHT = { error: 0, warning: 1, info: 2 } as const
const PLACE = new Map(FINDING_CODES.map((code, index) => [code, index]))

/** Findings as a reader needs them: errors first, then in the order of the table. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (PLACE.get(a.code) ?? 0) - (PLACE.get(b.code) ?? 0),
  )
}

/** What makes a parameter go missing. Where one of these is found, it is the cause, and the missing name its effect. */
const CAUSES: ReadonlySet<FindingCode> = new Set([
  'template-name-left',
  'html-ampersand',
  'html-entity-in-value',
  'separators-encoded',
  'semicolon-separator',
  'question-mark-missing',
  'question-mark-encoded',
  'question-mark-repeated',
  'name-near-miss',
])

/**
 * The finding to name where there is room for one; null for a clean postback. The worst, but a cause rather than its
 * effect: “pasted through HTML” says what to mend, “a parameter is missing” does not.
 */
export function tellingFinding(findings: readonly Finding[]): Finding | null {
  const ordered = byWeight(findings)
  const worst = ordered[0] ?? null
  if (worst?.code !== 'param-missing') return worst
  return ordered.find(({ code }) => CAUSES.has(code)) ?? worst
}
