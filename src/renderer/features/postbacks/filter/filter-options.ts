import type { FilterSuggestion } from '../../../../core/filter-suggest.ts'

/** What the filter box offers: a suggestion, or a filter that was used before. */
export interface FilterOption extends FilterSuggestion {
  readonly isRecent: boolean
}

/** Filters that were used before, for an empty box: each takes the place of all of it. */
export function recentOptions(text: string, recent: readonly string[]): readonly FilterOption[] {
  if (text.trim() !== '') return []
  const span = { start: 0, end: text.length }
  return recent.map((insert) => ({ insert, label: '', span, unfinished: false, isRecent: true }))
}

/** The text with an option taken, and where the caret stands then. */
export function withOption(
  text: string,
  { insert, span, unfinished, isRecent }: FilterOption,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(span.end)
  // What is unfinished waits for more; a finished token for the next one.
  const gap = unfinished || isRecent || rest.startsWith(' ') ? '' : ' '
  return { text: text.slice(0, span.start) + insert + gap + rest, caret: span.start + insert.length + gap.length }
}

/** Whether taking the option would change anything of what is typed. */
export function changesText(text: string, { insert, span }: FilterOption): boolean {
  return text.slice(span.start, span.end) !== insert
}
