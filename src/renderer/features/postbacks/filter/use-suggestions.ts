import { useEffect, useMemo, useState } from 'react'
import { filterKey } from '../../../../core/filter-keys.ts'
import { type FilterContext, suggestTokens } from '../../../../core/filter-query.ts'
import { type FilterSuggestion, tokenAtCaret } from '../../../../core/filter-suggest.ts'
import { quoteFilterValue } from '../../../../core/filter-tokens.ts'
import { useClient } from '../../../lib/inspector.tsx'

const MOST = 12
const NONE: readonly string[] = []
/** User ids are asked for when typing pauses. */
const PAUSE_MS = 120

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
    token && filterKey(token.key)?.name === 'user'
      ? text.slice(token.valueSpan.start, caret).replace(/^["~*]+/, '')
      : null
  const userIds = useUserIds(prefix)
  if (token && prefix !== null) {
    return userIds.slice(0, MOST).map((id) => ({
      insert: quoteFilterValue(id, 'user'),
      label: 'user id',
      span: token.valueSpan,
    }))
  }
  return known.slice(0, MOST)
}

function useUserIds(prefix: string | null): readonly string[] {
  const client = useClient()
  const [found, setFound] = useState<{ prefix: string; ids: readonly string[] } | null>(null)
  useEffect(() => {
    if (prefix === null) return
    let current = true
    const timer = setTimeout(() => {
      client.call('postback.suggestUserIds', { prefix: prefix.slice(0, 200), limit: MOST }).then(
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
