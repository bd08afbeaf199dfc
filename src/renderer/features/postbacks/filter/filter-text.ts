import { toggleFilterToken } from '../../../../core/filter-edit.ts'
import type { ParsedFilterQuery } from '../../../../core/filter-query.ts'
import type { Kind, Span, Verdict } from '../../../../core/postback.ts'
import { isDefault, KINDS } from './shown-kinds.ts'

type Tokens = ParsedFilterQuery['tokens']
type Token = Tokens[number]

/** The text without the tokens of these keys, negated ones included. What else was typed stays as it is. */
export function withoutKeys(text: string, tokens: Tokens, keys: readonly string[]): string {
  return without(text, tokens, ({ key }) => key !== null && keys.includes(key))
}

/** The text without what asks for a part of the filter; `keys` as in `FilterPart`. */
export function withoutPart(text: string, tokens: Tokens, keys: readonly string[]): string {
  return without(text, tokens, (token) => isOfPart(token, keys))
}

/** Whether something that was typed asks for a part of the filter: what is shown without it cannot be taken away. */
export function asksFor(tokens: Tokens, keys: readonly string[]): boolean {
  return tokens.some((token) => isOfPart(token, keys))
}

function isOfPart({ key, negated, valid }: Token, keys: readonly string[]): boolean {
  // A word that was not understood has no key either, and asks for nothing.
  if (key === null && !valid) return false
  return keys.includes(`${negated ? '-' : ''}${key ?? 'text'}`)
}

function without(text: string, tokens: Tokens, isUnwanted: (token: Token) => boolean): string {
  let kept = ''
  let at = 0
  for (const token of tokens) {
    if (!isUnwanted(token)) continue
    kept += text.slice(at, token.span.start).trimEnd()
    at = token.span.end
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

/** The text that hides nothing because of its kind: every kind, and no verdict, for only postbacks have one. */
export function withEverything(text: string, tokens: Tokens): string {
  return KINDS.reduce(
    (made, kind) => toggleFilterToken(made, 'kind', kind),
    withoutKeys(text, tokens, ['kind', 'verdict']),
  )
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
