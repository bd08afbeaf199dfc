import type { PostbackFilter } from '../../../../core/filter.ts'
import type { Kind } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'

/** In the order in which they are offered. */
export const KINDS: readonly Kind[] = ['postback', 'rejected', 'probe', 'noise']

/** What is shown while the filter names no kind: what an integrator has to act on. */
export const DEFAULT_KINDS: readonly Kind[] = ['postback', 'rejected']

/** The kinds that a filter shows. */
export function shownKinds(filter: Pick<PostbackFilter, 'kinds'>): readonly Kind[] {
  return filter.kinds.length > 0 ? filter.kinds : DEFAULT_KINDS
}

/** The filter as it is sent to the store. */
export function withShownKinds(filter: PostbackFilter): PostbackFilter {
  return { ...filter, kinds: shownKinds(filter) }
}

/** The kinds after one was pressed; the last one cannot be left out, for an empty list would say “any”. */
export function toggled<T>(all: readonly T[], chosen: readonly T[], pressed: T): readonly T[] {
  const next = all.filter((one) => (one === pressed) !== chosen.includes(one))
  return next.length === 0 ? chosen : next
}

/** Whether these are the kinds that are shown without being named. */
export function isDefault(kinds: readonly Kind[]): boolean {
  return kinds.length === DEFAULT_KINDS.length && DEFAULT_KINDS.every((kind) => kinds.includes(kind))
}

/**
 * What stays out of the list because of its kind, in words: “3 probes and 12 noise requests are hidden”; null where nothing
 * is. `counts` are of the filter without kinds and verdicts.
 */
export function hiddenSentence(
  filter: Pick<PostbackFilter, 'kinds' | 'verdicts'>,
  counts: Readonly<Record<Kind, number>>,
): string | null {
  const asksForVerdict = filter.verdicts.length > 0
  const kinds = shownKinds(filter).filter((kind) => kind === 'postback' || !asksForVerdict)
  const hidden = KINDS.filter((kind) => !kinds.includes(kind) && counts[kind] > 0)
  if (hidden.length === 0) return null
  const counted = hidden.map((kind) => ({ kind, count: counts[kind] }))
  return words().filter.hidden(counted, asksForVerdict)
}
