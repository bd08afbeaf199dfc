/** One or two characters of a user id: by the list of all users, where few of them have these. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { Column } from './exact-text.ts'
import type { LeadOf } from './lead.ts'
import type { SearchExtent } from './search-attachment.ts'
import type { SqlParameters } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'

const SHORT = 2
/** Where more users match, the rows themselves are soon found. */
const MOST_USERS = 500

/** Ids that are no text are always among them; whether one really matches the row says. */
const USERS = `SELECT user_id FROM search.user WHERE instr(folded, @needle) > 0 OR typeof(user_id) <> 'text'
  LIMIT ${String(MOST_USERS + 1)}`

export function userLead(
  database: Database,
  filter: PostbackFilter,
  extent: SearchExtent,
  parameters: SqlParameters,
): LeadOf | null {
  const { userIdContains } = filter
  if (extent.keys === 0 || userIdContains === null || userIdContains === '') return null
  const needle = userIdContains.toLowerCase()
  if (Array.from(needle).length > SHORT) return null
  const users = preparedColumn<{ needle: string }, Column>(database, USERS).all({ needle })
  if (users.length > MOST_USERS) return null
  return {
    table: `(SELECT s.id, s.user_id FROM search.user_of s WHERE s.user_id IN (${parameters.list(users)})
      AND s.id BETWEEN @low AND @high) s`,
    id: 's.id',
    where: [],
    verify: ['r.user_id = s.user_id'],
    rest: filter,
    through: extent.keys,
  }
}
