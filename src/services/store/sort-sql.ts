/** The columns of the history as SQL: `r` is the reading, `q` the request, `e` the endpoint, `o` the outcome. */
import type { Sort } from '../../core/filter.ts'

export interface SortSql {
  /** What is compared; null where the id alone is, which is the order of arrival. Rows without a value come last. */
  readonly value: string | null
  readonly join: string
}

/** Every row has one of these requests; `CROSS` keeps the planner from starting with it. */
export const REQUEST_JOIN = 'CROSS JOIN request q ON q.id = r.id'

export function sortToSql(column: Sort['column']): SortSql {
  switch (column) {
    case 'received':
      return { value: null, join: '' }
    case 'verdict':
      return { value: 'r.verdict', join: '' }
    case 'userId':
      return { value: '+r.user_id', join: '' }
    case 'amount':
      return { value: '+r.amount_key', join: '' }
    case 'endpoint':
      return { value: 'e.name_key', join: 'LEFT JOIN endpoint e ON e.key = r.endpoint' }
    case 'status':
      return { value: 'q.reply_status', join: REQUEST_JOIN }
    case 'size':
      return { value: 'q.body_length', join: REQUEST_JOIN }
    case 'duration':
      return { value: 'o.duration_ms', join: 'LEFT JOIN reply_outcome o ON o.id = r.id' }
  }
}
