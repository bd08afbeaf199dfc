/** The ids that match a filter, in order of arrival. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import { leadOf } from './choose-lead.ts'
import { conditionsOf } from './filter-sql.ts'
import { Budget, inOrder, type Part, type Stretch, type Walked, walkIds } from './id-walk.ts'
import { type BlockLead, type Lead, type TableLead, withinIds } from './lead.ts'
import { readMeta } from './meta-table.ts'
import type { SearchExtent } from './search-attachment.ts'
import { TEXT_BLOCK } from './search-index/schema.ts'
import { REQUEST_JOIN } from './sort-sql.ts'
import { SqlParameters, type SqlValue } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'
import { idsOfBlock, WITHIN_BLOCKS } from './text-lead.ts'
import { timeBlocksOf } from './time-blocks.ts'

export interface MatchQuery {
  readonly filter: PostbackFilter
  readonly descending: boolean
  /** Both ends are left out; null where there is none. */
  readonly above: number | null
  readonly below: number | null
  readonly limit: number
  readonly budget?: Budget
  /** One condition more, on the reading `r`. */
  readonly also?: string
}

/** Ids of a list that are looked at together. */
const LISTED = 500
/** Blocks of the text index that are looked at together. */
const BLOCKS = 128

/** `extent` was read before anything else of the same transaction. */
export function matchingIds(database: Database, extent: SearchExtent, query: MatchQuery): Walked {
  const { filter, descending, limit, budget = new Budget() } = query
  const newest = preparedColumn<[], number | null>(database, 'SELECT max(id) FROM reading').get() ?? 0
  const low = (query.above ?? 0) + 1
  const high = Math.min(newest, (query.below ?? Number.MAX_SAFE_INTEGER) - 1)
  if (low > high) return { ids: [], reached: null }
  const lead = leadOf(database, filter, extent, newest)
  const stretches = stretchesOf(database, query, lead).flatMap((stretch): Stretch[] => {
    const within = { ...stretch, low: Math.max(low, stretch.low), high: Math.min(high, stretch.high) }
    return within.low > within.high ? [] : [within]
  })
  const { from, to } = filter
  const isSpan = lead?.type !== 'list' && (from !== null || to !== null) && !isBeingSaved(database)
  const skip = isSpan
    ? (id: number): number => timeBlocksOf(database, newest).skip(id, descending, from, to, budget)
    : undefined
  return walkIds(stretches, descending, limit, budget, skip)
}

function stretchesOf(database: Database, { filter, descending, also }: MatchQuery, lead: Lead | null): Stretch[] {
  const partOf = (source: Source): SourcePart =>
    sourcePart(database, source, descending, also === undefined ? [] : [also])
  const everywhere = { low: 1, high: Number.MAX_SAFE_INTEGER }
  const rows: Source = { table: 'reading r', id: 'r.id', where: [], verify: [], values: {}, rest: filter }
  if (lead === null) {
    const { part, direct } = partOf(rows)
    return [{ ...everywhere, parts: [part], direct }]
  }
  if (lead.type === 'list') {
    const { part } = partOf({
      ...rows,
      table: 'json_each(@ids) j CROSS JOIN reading r ON r.id = j.value',
      rest: lead.rest,
    })
    return [{ ...everywhere, parts: [listPart(lead.ids, descending, part)], direct: true }]
  }
  const first = partOf(lead)
  const led: Stretch = { low: 1, high: lead.through, parts: [first.part], direct: first.direct, ...streamOf(lead) }
  if (lead.through === Number.POSITIVE_INFINITY) return [led]
  const beyond = partOf(rows)
  return [led, { low: lead.through + 1, high: everywhere.high, parts: [beyond.part], direct: beyond.direct }]

  function streamOf({ blocks, values }: TableLead): Pick<Stretch, 'stream'> {
    if (blocks === undefined || lead?.type !== 'table') return {}
    const ofBlocks = { ...lead, table: `json_each(@ids) b CROSS JOIN reading r ON ${idsOfBlock('b.value')}`, where: [] }
    const besides = { ...lead, table: `${blocks.besides} t`, id: 't.id', where: [] }
    return { stream: blockStream(database, blocks, values, descending, partOf(ofBlocks).part, partOf(besides).part) }
  }
}

interface Source {
  readonly table: string
  readonly id: string
  readonly where: readonly string[]
  readonly verify: readonly string[]
  readonly values: Readonly<Record<string, SqlValue>>
  readonly rest: PostbackFilter
  readonly headerSets?: ReadonlyMap<string, readonly number[]>
}

interface SourcePart {
  readonly part: (low: number, high: number, limit: number, more?: Record<string, SqlValue>) => readonly number[]
  readonly direct: boolean
}

function sourcePart(
  database: Database,
  { table, id, where, verify, values, rest, headerSets }: Source,
  descending: boolean,
  also: readonly string[],
): SourcePart {
  const parameters = new SqlParameters()
  const { conditions, needsRequest } = conditionsOf(rest, parameters, null, headerSets)
  const needsReading = id !== 'r.id' && (needsRequest || conditions.length + verify.length + also.length > 0)
  const statement = preparedColumn<Record<string, SqlValue>, number>(
    database,
    `SELECT ${id} FROM ${table} ${needsReading ? `CROSS JOIN reading r ON r.id = ${id}` : ''}
     ${needsRequest ? REQUEST_JOIN : ''}
     WHERE ${[withinIds(id), ...where, ...verify, ...conditions, ...also].join(' AND ')}
     ORDER BY ${id} ${descending ? 'DESC' : 'ASC'} LIMIT @limit + 0`,
  )
  const bound = { ...values, ...parameters.values }
  return {
    part: (low, high, limit, more) => statement.all({ ...bound, low, high, limit, ...more }),
    direct: conditions.length + also.length === 0,
  }
}

/** Whether requests of a damaged history still come in below the others. */
function isBeingSaved(database: Database): boolean {
  return readMeta(database, 'salvage') !== null
}

/**
 * Blocks of the text index, in one go: to begin anew at each window would cost more than all the rest. A few at a time
 * they are looked at row by row, with those beside them that the index is silent about.
 */
function blockStream(
  database: Database,
  { match }: BlockLead,
  values: TableLead['values'],
  descending: boolean,
  ofBlocks: SourcePart['part'],
  besides: Part,
): Required<Stretch>['stream'] {
  const statement = preparedColumn<Record<string, SqlValue>, number>(
    database,
    `SELECT t.rowid FROM search.text t WHERE ${match} AND ${WITHIN_BLOCKS} ORDER BY t.rowid ${descending ? 'DESC' : 'ASC'}`,
  )
  return (low, high, limit, budget) => {
    const ids: number[] = []
    const listed: number[] = []
    let at = descending ? high : low
    /** Looks at what is listed and at all up to this id. */
    const look = (end: number): void => {
      const [from, to] = descending ? [end, at] : [at, end]
      const left = limit - ids.length
      const found = [ofBlocks(from, to, left, { ids: JSON.stringify(listed) }), besides(from, to, left)]
      ids.push(...inOrder(found, descending).slice(0, left))
      listed.length = 0
      budget.spend(to - from + 1)
      at = descending ? end - 1 : end + 1
    }
    for (const block of statement.iterate({ ...values, low, high })) {
      listed.push(block)
      if (listed.length < BLOCKS) continue
      const end = descending ? Math.max(low, block * TEXT_BLOCK) : Math.min(high, (block + 1) * TEXT_BLOCK - 1)
      look(end)
      if (ids.length >= limit) return { ids, reached: null }
      if (budget.isSpent) return { ids, reached: end }
    }
    if (descending ? at >= low : at <= high) look(descending ? low : high)
    return { ids, reached: null }
  }
}

/** A list is looked at from the end at which the walk begins, a few ids at a time. */
function listPart(ids: readonly number[], descending: boolean, part: SourcePart['part']): Part {
  return (low, high, limit) => {
    const listed = ids.filter((id) => id >= low && id <= high)
    if (descending) listed.reverse()
    const found: number[] = []
    for (let at = 0; at < listed.length && found.length < limit; at += LISTED) {
      const some = JSON.stringify(listed.slice(at, at + LISTED))
      found.push(...part(low, high, limit - found.length, { ids: some }))
    }
    return found
  }
}
