import type { Database, Statement } from 'better-sqlite3'

/** Statements of one connection that are kept; what was used last stays. */
const KEPT = 128

const caches = new WeakMap<Database, Map<string, Statement>>()

/**
 * A prepared statement, prepared once for its text: preparing takes longer than most of these queries. The one who asks
 * reads it to its end before it is asked for again, and leaves its mode as it is.
 *
 * SQLite prepares anew by itself when the planner had looked at a bound value and another is bound: a value that is
 * compared with an indexed column stands as `(SELECT @value)` and a limit as `@limit + 0`, which it does not look into.
 */
export function prepared<Values extends unknown[] | Record<string, unknown>, Row>(
  database: Database,
  sql: string,
): Statement<Values extends unknown[] ? Values : [Values], Row> {
  return cached(database, sql, () => database.prepare(sql)) as Statement<
    Values extends unknown[] ? Values : [Values],
    Row
  >
}

/** The same, for the first column alone. */
export function preparedColumn<Values extends unknown[] | Record<string, unknown>, Value>(
  database: Database,
  sql: string,
): Statement<Values extends unknown[] ? Values : [Values], Value> {
  return cached(database, `column ${sql}`, () => database.prepare(sql).pluck()) as Statement<
    Values extends unknown[] ? Values : [Values],
    Value
  >
}

function cached(database: Database, key: string, prepare: () => Statement): Statement {
  let cache = caches.get(database)
  if (cache === undefined) {
    cache = new Map()
    caches.set(database, cache)
  }
  const known = cache.get(key)
  const statement = known ?? prepare()
  // Maps keep the order of insertion, so that the first key is what was used longest ago.
  if (known !== undefined) cache.delete(key)
  cache.set(key, statement)
  if (cache.size > KEPT) {
    const [oldest] = cache.keys()
    if (oldest !== undefined) cache.delete(oldest)
  }
  return statement
}
