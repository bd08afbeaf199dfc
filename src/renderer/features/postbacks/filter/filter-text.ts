import { toggleFilterToken } from '../../../../core/filter-edit.ts'
import type { ParsedFilterQuery } from '../../../../core/filter-query.ts'
import type { Kind, Span, Verdict } from '../../../../core/postback.ts'
import { isDefault } from './shown-kinds.ts'

type Tokens = Pick<ParsedFilterQuery, 'tokens'>['tokens']

/** The text without the tokens of these keys, negated ones included. What else was typed stays as it is. */
export function withoutKeys(text: string, tokens: Tokens, keys: readonly string[]): string {
  let kept = ''
  let at = 0
  for (const { key, span } of tokens) {
    if (key === null || !keys.includes(key)) continue
    kept += text.slice(at, span.start).trimEnd()
    at = span.end
  }
  return (kept + text.slice(at)).trim()
}

function withValues(text: string, tokens: Tokens, key: string, values: readonly string[]): string {
  return values.reduce((made, value) => toggleFilterToken(made, key, value), withoutKeys(text, tokens, [key]))
}

/** The text that shows exactly these kinds; those that are shown anyway need no token. */
export function withKinds(text: string, tokens: Tokens, kinds: readonly Kind[]): string {
  return withValues(text, tokens, 'kind', isDefault(kinds) ? [] : kinds)
}

/** The text that asks for these verdicts; none means any. */
export function withVerdicts(text: string, tokens: Tokens, verdicts: readonly Verdict[]): string {
  return withValues(text, tokens, 'verdict', verdicts)
}

/** The text for a span back from now (`1h`). */
export function withSince(text: string, tokens: Tokens, since: string): string {
  return toggleFilterToken(withoutKeys(text, tokens, ['since', 'until']), 'since', since)
}

/** The text for a span between two moments in ms. */
export function withSpan(text: string, tokens: Tokens, span: { from: number; to: number }): string {
  const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
  const since = withSince(text, tokens, iso(span.from))
  return toggleFilterToken(since, 'until', iso(span.to))
}

/** A stretch of a text, from the offset `at`. */
export interface MarkedPart {
  readonly at: number
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text at the spans that are wrong, so that they can be underlined. Overlapping spans count as one. */
export function markSpans(text: string, spans: readonly Span[]): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, span.start)
    const end = Math.min(text.length, span.end)
    if (end <= start) continue
    if (start > at) parts.push({ at, text: text.slice(at, start), marked: false })
    parts.push({ at: start, text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), marked: false })
  return parts
}
