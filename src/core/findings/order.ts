import type { Finding } from '../postback.ts'
import { FINDING_CODES, type FindingCode } from './codes.ts'

const PLACE_BY_CODE: ReadonlyMap<FindingCode, number> = new Map(FINDING_CODES.map((code, place) => [code, place]))

/** Where findings of a code stand in a report. */
export function placeOf(code: FindingCode): number {
  return PLACE_BY_CODE.get(code) ?? FINDING_CODES.length
}

/** Sorts in place by the table of codes; findings of one code keep their order. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.length < 2 ? findings : findings.sort((a, b) => placeOf(a.code) - placeOf(b.code))
}
