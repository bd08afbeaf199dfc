import { exactUserFilter, toggleFilterToken } from '../../../core/filter-edit.ts'
import type { NotSummedReason } from '../../../core/users.ts'
import type { SpanName } from './users-state.ts'

/** What the filter box must hold to show exactly the postbacks that a line adds up. */
export function queryOf(
  userId: string,
  narrowed: {
    readonly endpointName?: string | null
    readonly span?: SpanName
    readonly reason?: NotSummedReason
  } = {},
): string {
  const tokens: [string, string][] = []
  if (narrowed.endpointName) tokens.push(['endpoint', narrowed.endpointName])
  if (narrowed.reason && narrowed.reason !== 'beyond-bounds') tokens.push(['code', narrowed.reason])
  if (narrowed.span && narrowed.span !== 'any') tokens.push(['since', narrowed.span])
  return tokens.reduce((query, [key, value]) => toggleFilterToken(query, key, value), exactUserFilter(userId))
}
