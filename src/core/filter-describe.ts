import type { PostbackFilter } from './filter.ts'
import { filterParts, partText, type WordsContext } from './filter-words.ts'

/**
 * The filter in plain words, without a full stop: “Failed postbacks of user “u_1” in the last hour with amounts of 5 or
 * more”. Spans are told from `context.now`, so give the one that the filter was read with.
 */
export function describeFilter(filter: PostbackFilter, context: Omit<WordsContext, 'live'>): string {
  const phrase = filterParts(filter, { ...context, live: false })
    .map(partText)
    .join(' ')
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}
