import { FINDING_CODES } from '../../../core/findings/codes.ts'
import type { Finding } from '../../../core/postback.ts'

const WEIGHT = { error: 0, warning: 1, info: 2 } as const
const PLACE = new Map(FINDING_CODES.map((code, index) => [code, index]))

/** Findings as a reader needs them: errors first, then in the order of the table. */
export function byWeight(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (PLACE.get(a.code) ?? 0) - (PLACE.get(b.code) ?? 0),
  )
}

/** The finding that decides the verdict; null for a clean postback. */
export function worstFinding(findings: readonly Finding[]): Finding | null {
  return byWeight(findings)[0] ?? null
}
