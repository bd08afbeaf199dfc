import { useMemo } from 'react'
import type { PostbackFilter } from '../../../../core/filter.ts'
import {
  describeFilter,
  type FilterContext,
  type ParsedFilterQuery,
  parseFilterQuery,
} from '../../../../core/filter-query.ts'
import { type FilterPart, filterParts } from '../../../../core/filter-words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useNow } from '../../../lib/use-now.ts'
import { withoutKindAndVerdict } from '../list/live-filter.ts'
import { withShownKinds } from './shown-kinds.ts'

export interface ReadFilter {
  readonly parsed: ParsedFilterQuery
  /** As it is sent to the store: the kinds that are shown without being named are in it. */
  readonly filter: PostbackFilter
  /** The same for every kind and verdict: what the chips count. */
  readonly base: PostbackFilter
  /** In plain words. */
  readonly words: string
}

/**
 * Reads a filter text. The answer keeps its identity while the text and the endpoints' names do: a span like
 * `since:1h` starts when it was typed.
 */
export function useFilter(text: string): ReadFilter {
  const names = useEndpointNames()
  return useMemo(() => {
    const context = filterContext(names)
    const parsed = parseFilterQuery(text, context)
    const filter = withShownKinds(parsed.filter)
    return { parsed, filter, base: withoutKindAndVerdict(parsed.filter), words: describeFilter(filter, context) }
  }, [text, names])
}

const SECOND = 1000
const MINUTE = 60_000

/** What a filter asks for, part by part. Times are told by today’s clock, also once today is tomorrow. */
export function useFilterParts(filter: PostbackFilter): readonly FilterPart[] {
  const names = useEndpointNames()
  const now = Math.floor(useNow(MINUTE) / MINUTE) * MINUTE
  return useMemo(() => filterParts(filter, { ...filterContext(names), now, live: true }), [filter, names, now])
}

/** Now is a whole second, so that `since:1h` begins at a time that can be told. */
export function filterContext(endpoints: FilterContext['endpoints']): FilterContext {
  return {
    now: Math.floor(Date.now() / SECOND) * SECOND,
    endpoints,
    timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  }
}

/** Ids and names of the endpoints, the same object until one of them changes. */
export function useEndpointNames(): FilterContext['endpoints'] {
  const { endpoints } = useOverview()
  const written = JSON.stringify(endpoints.map(({ id, name }) => ({ id, name })))
  // Written just above, and read back only when it changed.
  return useMemo(() => JSON.parse(written) as FilterContext['endpoints'], [written])
}
