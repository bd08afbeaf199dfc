/** Which lead to take for a filter: the one that lists the fewest ids. */
import type { Database } from 'better-sqlite3'
import { decimalSortKey, readAmount } from '../../core/amount.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
import { textToColumn } from './exact-text.ts'
import { type Lead, type LeadOf, type TableLead, withinIds } from './lead.ts'
import { listLeads } from './list-lead.ts'
import type { SearchExtent } from './search-attachment.ts'
import { SqlParameters, type SqlValue } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'
import { textLead } from './text-lead.ts'
import { userLead } from './user-lead.ts'

/** So many ids are looked at in each of these places to tell which of several leads lists the fewest. */
const SAMPLED_IDS = 1024
const SAMPLES = 3
/** Of a list this short it is not asked whether there is a better lead. */
const SHORT = 200

/** Null where nothing but the rows themselves says which match. `newest` is the greatest id that is stored. */
export function leadOf(database: Database, filter: PostbackFilter, extent: SearchExtent, newest: number): Lead | null {
  const lists = listLeads(database, filter, extent, newest).sort((a, b) => a.ids.length - b.ids.length)
  const [shortest] = lists
  if (shortest !== undefined && shortest.ids.length <= SHORT) return shortest
  const tables = tableLeads(database, filter, extent)
  const all: Lead[] = [...(shortest === undefined ? [] : [shortest]), ...tables]
  const [first] = all
  if (first === undefined || all.length === 1) return first ?? null
  let best: Lead = first
  let fewest = Number.POSITIVE_INFINITY
  for (const lead of all) {
    const count = lead.type === 'list' ? lead.ids.length : estimate(database, lead, newest)
    if (count < fewest) {
      best = lead
      fewest = count
    }
  }
  return best
}

function tableLeads(database: Database, filter: PostbackFilter, extent: SearchExtent): TableLead[] {
  const leads: TableLead[] = []
  const add = (make: (parameters: SqlParameters) => LeadOf | null): void => {
    const parameters = new SqlParameters('l')
    const lead = make(parameters)
    if (lead !== null) leads.push({ type: 'table', values: parameters.values, ...lead })
  }
  const bound = (parameters: SqlParameters, value: SqlValue): string => `(SELECT ${parameters.add(value)})`

  add((parameters) => {
    if (filter.userId === null || extent.keys === 0) return null
    return {
      table: 'search.user_of s',
      id: 's.id',
      where: [`s.user_id = ${bound(parameters, textToColumn(filter.userId))}`],
      verify: ['r.user_id = s.user_id'],
      rest: { ...filter, userId: null },
      through: extent.keys,
    }
  })
  add((parameters) => {
    if (filter.codes.length === 0) return null
    const [code = ''] = filter.codes
    const several = filter.codes.length > 1
    return {
      table: several
        ? `(SELECT DISTINCT c.id FROM reading_code c WHERE c.code IN (${parameters.list(filter.codes)})
            AND c.id BETWEEN @low AND @high) c`
        : 'reading_code c',
      id: 'c.id',
      where: several ? [] : [`c.code = ${bound(parameters, code)}`],
      verify: [],
      rest: { ...filter, codes: [] },
      through: Number.POSITIVE_INFINITY,
    }
  })
  add((parameters) => {
    const equal = filter.amounts.find(({ comparison }) => comparison === '=')
    const exact = equal === undefined ? null : readAmount(equal.value).value
    if (exact === null || extent.keys === 0) return null
    return {
      table: 'search.amount_of s',
      id: 's.id',
      where: [`s.amount_key = ${bound(parameters, decimalSortKey(exact))}`],
      verify: ['r.amount_key = s.amount_key'],
      rest: { ...filter, amounts: filter.amounts.filter((amount) => amount !== equal) },
      through: extent.keys,
    }
  })
  add((parameters) => textLead(database, filter, extent, parameters))
  add((parameters) => userLead(database, filter, extent, parameters))
  add(() => {
    const [verdict] = filter.verdicts
    if (verdict === undefined || filter.verdicts.length > 1) return null
    return ofColumn(`r.verdict = ${String(VERDICT_NUMBERS[verdict])}`, { ...filter, verdicts: [] })
  })
  add((parameters) => {
    const [endpoint] = filter.endpointIds
    if (endpoint === undefined || filter.endpointIds.length > 1) return null
    const key = `(SELECT key FROM endpoint WHERE id = ${parameters.add(endpoint)})`
    return ofColumn(`r.endpoint = ${key}`, { ...filter, endpointIds: [] })
  })
  add(() => {
    const [kind] = filter.kinds
    if (kind === undefined || filter.kinds.length > 1) return null
    return ofColumn(`r.kind = ${String(KIND_NUMBERS[kind])}`, { ...filter, kinds: [] })
  })
  return leads
}

function ofColumn(condition: string, rest: PostbackFilter): LeadOf {
  return {
    table: 'reading r',
    id: 'r.id',
    where: [condition],
    verify: [],
    rest,
    through: Number.POSITIVE_INFINITY,
  }
}

/** How many ids it may list, by what it lists in a few places. */
function estimate(database: Database, lead: TableLead, newest: number): number {
  const end = Math.min(lead.through, newest)
  const sampled = Math.min(SAMPLED_IDS, Math.ceil(end / SAMPLES))
  if (sampled === 0) return newest
  if (lead.blocks !== undefined) return lead.blocks.share * end + (newest - end)
  const count = preparedColumn<Record<string, SqlValue>, number>(
    database,
    `SELECT count(*) FROM ${lead.table} WHERE ${[...lead.where, withinIds(lead.id)].join(' AND ')}`,
  )
  let found = 0
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const high = Math.floor((end * (sample + 1)) / SAMPLES)
    found += count.get({ ...lead.values, low: high - sampled + 1, high }) ?? 0
  }
  // What it has no word of is all looked at.
  return (found / (sampled * SAMPLES)) * end + (newest - end)
}
