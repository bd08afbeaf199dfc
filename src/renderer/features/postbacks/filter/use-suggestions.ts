import { useEffect, useMemo, useState } from 'react'
import { filterKey } from '../../../../core/filter-keys.ts'
import { type FilterContext, suggestTokens } from '../../../../core/filter-query.ts'
import { type FilterSuggestion, tokenAtCaret } from '../../../../core/filter-suggest.ts'
import { quoteFilterValue } from '../../../../core/filter-tokens.ts'
import { words } from '../../../../words/words.ts'
import { useClient } from '../../../lib/inspector.tsx'
import { spokenText } from '../../../ui/visible-text.tsx'

/** User ids; of all else there are no more than can be scrolled through. */
const MOST_USERS = 12
const NONE: readonly string[] = []
/** User ids are asked for when typing pauses. */
const PAUSE_MS = 120
/** Text that can stand before a `*` as it is. */
const PLAIN = /^[\w.@:+-]+$/

/** What the token at the caret could become; user ids come from the history. */
export function useSuggestions(
  text: string,
  caret: number,
  endpoints: FilterContext['endpoints'],
  wanted: boolean,
): readonly FilterSuggestion[] {
  const known = useMemo(
    () => (wanted ? suggestTokens(text, caret, { endpoints }) : []),
    [text, caret, endpoints, wanted],
  )
  const token = wanted ? tokenAtCaret(text, caret) : null
  const prefix =
    token && !token.negated && filterKey(token.key)?.name === 'user' && caret >= token.valueSpan.start
      ? text.slice(token.valueSpan.start, caret).replace(/^["~*]+/, '')
      : null
  const userIds = useUserIds(prefix)
  return token && prefix !== null ? userOptions(userIds, prefix, token.valueSpan) : known
}

function userOptions(ids: readonly string[], prefix: string, span: FilterSuggestion['span']): FilterSuggestion[] {
  const w = words().filter.suggestions
  const exact = ids.map((id) => ({ insert: quoteFilterValue(id, 'user'), label: w.userId, span, unfinished: false }))
  if (!PLAIN.test(prefix)) return exact
  const label = w.userIdWith(spokenText(prefix, 40))
  return [...exact, { insert: `${prefix}*`, label, span, unfinished: false }]
}

function useUserIds(prefix: string | null): readonly string[] {
  const client = useClient()
  const [found, setFound] = useState<{ prefix: string; ids: readonly string[] } | null>(null)
  useEffect(() => {
    if (prefix === null) return
    let current = true
    const timer = setTimeout(() => {
      client.call('postback.suggestUserIds', { prefix: prefix.slice(0, 200), limit: MOST_USERS }).then(
        (ids) => {
          if (current) setFound({ prefix, ids })
        },
        // Without suggestions the box works as before.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, prefix])
  return found !== null && found.prefix === prefix ? found.ids : NONE
}
