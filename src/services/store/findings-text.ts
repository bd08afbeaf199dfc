/**
 * Findings as they are stored, and as they go to the other thread: JSON without the names, which would be most of it.
 * Histories from before version 90 have them with their names.
 */
import type { Finding } from '../../core/postback.ts'

/** `evidence` as start, end, start, end … */
type Stored = [
  code: Finding['code'],
  severity: Finding['severity'],
  field: string | null,
  param: string | null,
  detail: string,
  evidence: number[],
  related: number | null,
]

const texts = new WeakMap<readonly Finding[], string>()

/** Null for none. A list is written once, however often it is asked for. */
export function findingsToText(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null
  const known = texts.get(findings)
  if (known !== undefined) return known
  const text = JSON.stringify(findings.map(toStored))
  texts.set(findings, text)
  return text
}

/** Reads what was written above, and by nobody else. */
export function findingsFromText(text: string | null): readonly Finding[] {
  if (text === null) return []
  return (JSON.parse(text) as (Stored | Finding)[]).map((one) => (Array.isArray(one) ? fromStored(one) : one))
}

/** Whether a text says the same, in whatever form. */
export function isSameFindings(old: string | null, text: string | null): boolean {
  return old === text || (old !== null && old.startsWith('[{') && findingsToText(findingsFromText(old)) === text)
}

function toStored({ code, severity, field, param, detail, evidence, related }: Finding): Stored {
  const places: number[] = []
  for (const { start, end } of evidence) places.push(start, end)
  return [code, severity, field, param, detail, places, related]
}

function fromStored([code, severity, field, param, detail, places, related]: Stored): Finding {
  const evidence: { start: number; end: number }[] = []
  for (let at = 0; at + 1 < places.length; at += 2) evidence.push({ start: places[at] ?? 0, end: places[at + 1] ?? 0 })
  return { code, severity, field, param, detail, evidence, related }
}
