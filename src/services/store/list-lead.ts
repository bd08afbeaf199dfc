/** Conditions that few requests meet: all their ids, in order of arrival. */
import type { Database } from 'better-sqlite3'
import { decimalSortKey, readAmount } from '../../core/amount.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import { markConditions } from './filter-sql.ts'
import type { ListLead } from './lead.ts'
import type { SearchExtent } from './search-attachment.ts'
import { SqlParameters } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'

/** More than these are no list. */
const LONGEST = 5000

/** So many rows beyond the index are looked at besides. */
const MOST_BEYOND = 20_000

export function listLeads(
  database: Database,
  filter: PostbackFilter,
  extent: SearchExtent,
  newest: number,
): ListLead[] {
  const leads: ListLead[] = []
  const add = (select: string, parameters: SqlParameters, rest: PostbackFilter): void => {
    const ids = preparedColumn<typeof parameters.values, number>(
      database,
      `SELECT id FROM (${select}) LIMIT ${String(LONGEST + 1)}`,
    ).all(parameters.values)
    // One that was read anew may have an entry for each of its values.
    if (ids.length <= LONGEST) leads.push({ type: 'list', ids: [...new Set(ids)].sort((a, b) => a - b), rest })
  }

  const { from, to } = filter
  if (from !== null || to !== null) {
    const parameters = new SqlParameters()
    const span = [
      ...(from === null ? [] : [`received_at >= (SELECT ${parameters.add(from)})`]),
      ...(to === null ? [] : [`received_at < (SELECT ${parameters.add(to)})`]),
    ]
    add(`SELECT id FROM reading WHERE ${span.join(' AND ')}`, parameters, { ...filter, from: null, to: null })
  }

  const parameters = new SqlParameters()
  const marks = markConditions(filter, parameters).filter((mark) => mark.wanted)
  const marked = marks.map(({ where }) => where).join(' AND ')
  if (marks.length > 0) add(`SELECT m.id FROM mark m WHERE ${marked}`, parameters, filter)

  if (extent.keys > 0 && newest - extent.keys <= MOST_BEYOND) addAmounts()
  return leads

  function addAmounts(): void {
    const parameters = new SqlParameters()
    const conditions: string[] = []
    for (const { comparison, value } of filter.amounts) {
      const exact = readAmount(value).value
      if (comparison === '=' || exact === null) return
      conditions.push(`amount_key ${comparison} (SELECT ${parameters.add(decimalSortKey(exact))})`)
    }
    if (conditions.length === 0) return
    const range = conditions.join(' AND ')
    const keys = parameters.add(extent.keys)
    add(
      `SELECT id FROM search.amount_of WHERE ${range} UNION ALL SELECT id FROM reading WHERE id > ${keys} AND +${range}`,
      parameters,
      filter,
    )
  }
}
