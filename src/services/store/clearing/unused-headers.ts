/**
 * Header lists that requests shared and that no stored request has any more. The newest list always stays: so no id is given
 * a second time, and what others remember by an id stays right.
 */
import type { Database } from 'better-sqlite3'
import type { UnusedHeaders } from './calls.ts'

/** Looks at every request, so it runs in a reader's thread. Inside one transaction. */
export function findUnusedHeaders(database: Database): UnusedHeaders {
  const column = (sql: string): number[] => database.prepare<[], number>(sql).pluck().all()
  const [through = 0] = column('SELECT coalesce(max(id), 0) FROM request')
  const used = new Set(column('SELECT DISTINCT header_set FROM request WHERE header_set IS NOT NULL'))
  const ids = column('SELECT id FROM header_set WHERE id < (SELECT max(id) FROM header_set)')
  return { ids: ids.filter((id) => !used.has(id)), through }
}

/** Removes those that no request took up meanwhile. Inside a transaction of the writer. Answers how many. */
export function removeUnusedHeaders(database: Database, { ids, through }: UnusedHeaders): number {
  const used = new Set(
    database
      .prepare<[number], number>('SELECT DISTINCT header_set FROM request WHERE id > ? AND header_set IS NOT NULL')
      .pluck()
      .all(through),
  )
  const remove = database.prepare('DELETE FROM header_set WHERE id = ?')
  const unused = ids.filter((id) => !used.has(id))
  for (const id of unused) remove.run(id)
  return unused.length
}
