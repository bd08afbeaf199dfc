/** All rows that match a filter, for statements that count or add up. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import { leadOf } from './choose-lead.ts'
import { conditionsOf, spanBounds } from './filter-sql.ts'
import { withinIds } from './lead.ts'
import type { SearchExtent } from './search-attachment.ts'
import { REQUEST_JOIN } from './sort-sql.ts'
import { SqlParameters, type SqlValue } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'

/** What follows the columns of a SELECT; `r` is the reading. */
export interface RowsSql {
  readonly fromWhere: string
  readonly values: Readonly<Record<string, SqlValue>>
}

const EVERY_ID = { low: 1, high: Number.MAX_SAFE_INTEGER }

/**
 * Each row that matches is in one of these, once. `also` adds conditions on the reading. `extent` was read before anything
 * else of the same transaction.
 */
export function matchingRows(
  database: Database,
  extent: SearchExtent,
  filter: PostbackFilter,
  also: (parameters: SqlParameters) => readonly string[] = () => [],
): RowsSql[] {
  const newest = preparedColumn<[], number | null>(database, 'SELECT max(id) FROM reading').get() ?? 0
  const lead = leadOf(database, filter, extent, newest)
  if (lead === null) return [plain(filter, 'reading r', {}, also)]
  if (lead.type === 'list') {
    const ids = JSON.stringify(lead.ids)
    return [plain(lead.rest, 'json_each(@ids) j CROSS JOIN reading r ON r.id = j.value', { ids }, also)]
  }
  const { table, id, where, verify, rest, values, through, blocks, headerSets } = lead
  const led = (of: string, column: string, conditions: readonly string[]): RowsSql => {
    const parameters = new SqlParameters()
    const decided = conditionsOf(rest, parameters, null, headerSets)
    const join = column === 'r.id' ? '' : `CROSS JOIN reading r ON r.id = ${column}`
    const all = [withinIds(column), ...conditions, ...verify, ...decided.conditions, ...also(parameters)]
    return {
      fromWhere: `FROM ${of} ${join} ${decided.needsRequest ? REQUEST_JOIN : ''} WHERE ${all.join(' AND ')}`,
      values: { ...EVERY_ID, high: Math.min(EVERY_ID.high, through), ...values, ...parameters.values },
    }
  }
  const rows = [led(table, id, where)]
  if (blocks !== undefined) rows.push(led(`${blocks.besides} t`, 't.id', []))
  if (through >= newest) return rows
  const beyond = (parameters: SqlParameters): readonly string[] => [
    `r.id > ${parameters.add(through)}`,
    ...also(parameters),
  ]
  return [...rows, plain(filter, 'reading r', {}, beyond)]
}

function plain(
  filter: PostbackFilter,
  from: string,
  values: Readonly<Record<string, SqlValue>>,
  also: (parameters: SqlParameters) => readonly string[],
): RowsSql {
  const parameters = new SqlParameters()
  const { conditions, needsRequest } = conditionsOf(filter, parameters)
  const all = [...conditions, ...spanBounds(filter, parameters), ...also(parameters)]
  return {
    fromWhere: `FROM ${from} ${needsRequest ? REQUEST_JOIN : ''} ${all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`}`,
    values: { ...values, ...parameters.values },
  }
}
