/** User ids that somebody may mean who has typed the beginning of one. */
import type { Database } from 'better-sqlite3'
import type { SearchExtent } from './search-attachment.ts'
import { prepared, preparedColumn } from './statement-cache.ts'

/** Rows that are looked at first, from the newest on. Where they give enough no older ones are more recent. */
const NEWEST_ROWS = 20_000
/** Users of the index that are looked at where the newest rows do not give enough. */
const MOST_USERS = 1000

const WITH_PREFIX = "typeof(user_id) = 'text' AND user_id >= @from AND user_id < @to"
const IN_NEWEST = `SELECT user_id FROM (SELECT id, user_id FROM reading ORDER BY id DESC LIMIT ${String(NEWEST_ROWS)})
  WHERE ${WITH_PREFIX} GROUP BY user_id ORDER BY max(id) DESC LIMIT @limit + 0`
const IN_ROWS = `SELECT user_id, max(id) AS id FROM reading
  WHERE id > @keys AND ${WITH_PREFIX.replaceAll(' user_id', ' +user_id')} GROUP BY +user_id`
/** Of a reading that was made anew the index has the old id as well. */
const IN_INDEX = `SELECT u.user_id, (
    SELECT s.id FROM search.user_of s CROSS JOIN reading r ON r.id = s.id
    WHERE s.user_id = u.user_id AND s.id <= @keys AND r.user_id = s.user_id ORDER BY s.id DESC LIMIT 1
  ) AS id
  FROM search.user u WHERE u.user_id >= (SELECT @from) AND u.user_id < (SELECT @to) LIMIT ${String(MOST_USERS)}`

/** Distinct user ids that start with the text, most recent first. Without a text: of the newest requests only. */
export function userIdsLike(database: Database, extent: SearchExtent, prefix: string, limit: number): string[] {
  const values = { from: prefix, to: `${prefix}\u{10ffff}`, keys: extent.keys, limit }
  const recent = preparedColumn<typeof values, string>(database, IN_NEWEST).all(values)
  if (prefix === '' || recent.length >= limit) return recent
  const newest = new Map<string, number>()
  for (const query of extent.keys === 0 ? [IN_ROWS] : [IN_ROWS, IN_INDEX]) {
    for (const { user_id, id } of prepared<typeof values, { user_id: string; id: number | null }>(database, query).all(
      values,
    )) {
      if (id !== null) newest.set(user_id, Math.max(id, newest.get(user_id) ?? 0))
    }
  }
  return [...newest]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([user]) => user)
}
