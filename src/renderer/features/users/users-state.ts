import { EVERY_USER, type UserFilter, type UserSort } from '../../../core/users.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** Spans to choose from, as the filter box writes them, with their length; null is any time. Their names stand among the words. */
export const SPANS = [
  { value: 'any', ms: null },
  { value: '1h', ms: 3_600_000 },
  { value: '24h', ms: 86_400_000 },
  { value: '7d', ms: 7 * 86_400_000 },
] as const
export type SpanName = (typeof SPANS)[number]['value']

/** What is kept while another view is looked at. */
export interface UsersState {
  /** A part of the user id. */
  readonly text: string
  /** Null means all. */
  readonly endpointId: string | null
  readonly span: SpanName
  readonly sort: UserSort
  readonly offset: number
  /** The user whose details are open. */
  readonly open: string | null
}

export const PAGE_SIZE = 100

export const usersState = createExternalStore<UsersState>({
  text: '',
  endpointId: null,
  span: 'any',
  sort: { column: 'lastSeen', direction: 'descending' },
  offset: 0,
  open: null,
})

/** Changes what is asked for; another question begins on its first page. */
export function setUsers(change: Partial<UsersState>): void {
  usersState.update((state) => ({ ...state, offset: 0, ...change }))
}

/** The filter as it is sent: spans end now. */
export function filterOf({ text, endpointId, span }: UsersState, now: number): UserFilter {
  const ms = SPANS.find(({ value }) => value === span)?.ms ?? null
  return {
    ...EVERY_USER,
    from: ms === null ? null : now - ms,
    endpointIds: endpointId === null ? [] : [endpointId],
    userIdContains: text === '' ? null : text,
  }
}

/** What a press on a column makes of the sort: names start at their beginning, numbers with the largest. */
export function nextUserSort(sort: UserSort, column: UserSort['column']): UserSort {
  if (sort.column !== column) return { column, direction: column === 'userId' ? 'ascending' : 'descending' }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
