/** A filter as SQL: `r` is the reading, `q` the request, `c` the codes where one of them leads the way. */
import { decimalSortKey, readAmount } from '../../core/amount.ts'
import type { PostbackFilter } from '../../core/filter.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
import { textToColumn } from './exact-text.ts'
import type { SqlParameters } from './sql-parameters.ts'
import { anywhere, noteContaining, userIdContaining } from './text-search.ts'

export interface FilterSql {
  /** Each must hold. */
  readonly conditions: readonly string[]
  /** True where a condition names `q`. */
  readonly needsRequest: boolean
  /** The placeholder of the one code whose index lists the rows newest first; null where none does. */
  readonly leadingCode: string | null
}

/** Columns with an index in the history itself that has the rows in order of arrival. */
export type LeadingColumn = 'endpoint' | 'verdict' | 'kind'

/** For a statement over all that matches. */
export function filterToSql(filter: PostbackFilter, parameters: SqlParameters): FilterSql {
  const [code] = filter.userId === null && filter.codes.length === 1 ? filter.codes : []
  const rest = code === undefined ? filter : { ...filter, codes: [] }
  const leadingCode = code === undefined ? null : parameters.add(code)
  const { conditions, needsRequest } = conditionsOf(rest, parameters, code === undefined ? leadOf(filter) : null)
  return { conditions: [...conditions, ...spanBounds(filter, parameters)], needsRequest, leadingCode }
}

/**
 * What must hold of each row. A “+” keeps the planner from every index but that of `lead`: it knows nothing of how many
 * rows each has.
 */
export function conditionsOf(
  filter: PostbackFilter,
  parameters: SqlParameters,
  lead: LeadingColumn | null = null,
  headerSets: ReadonlyMap<string, readonly number[]> = NO_HEADER_SETS,
): Omit<FilterSql, 'leadingCode'> {
  const conditions: string[] = []
  let needsRequest = false
  const add = (condition: string): void => {
    conditions.push(condition)
  }
  const addOnRequest = (condition: string): void => {
    needsRequest = true
    conditions.push(condition)
  }
  const column = (name: LeadingColumn): string => (lead === name ? `r.${name}` : `+r.${name}`)

  addNumbers(
    column('kind'),
    filter.kinds.map((kind) => KIND_NUMBERS[kind]),
  )
  addNumbers(
    column('verdict'),
    filter.verdicts.map((verdict) => VERDICT_NUMBERS[verdict]),
  )
  addEndpoints()
  if (filter.userId !== null) add(`+r.user_id = ${parameters.add(textToColumn(filter.userId))}`)
  if (filter.userIdContains !== null && filter.userIdContains !== '') {
    add(userIdContaining(filter.userIdContains, parameters))
  }
  for (const { comparison, value } of filter.amounts) {
    const exact = readAmount(value).value
    // What is no exact decimal is equal to none, and neither more nor less.
    if (exact === null) add('0')
    else add(`+r.amount_key ${comparison} ${parameters.add(decimalSortKey(exact))}`)
  }
  if (filter.from !== null) add(`+r.received_at >= ${parameters.add(filter.from)}`)
  if (filter.to !== null) add(`+r.received_at < ${parameters.add(filter.to)}`)
  addMarks()
  addCodes()
  if (filter.methods.length > 0) {
    addOnRequest(`q.method IN (${parameters.list(filter.methods.map(textToColumn))})`)
  }
  if (filter.statuses.length > 0) addOnRequest(`q.reply_status IN (${parameters.list(filter.statuses)})`)
  const contains = (text: string): string => anywhere(text, parameters, headerSets.get(text))
  for (const text of filter.texts) if (text !== '') addOnRequest(contains(text))
  for (const text of filter.excludeTexts) if (text !== '') addOnRequest(`NOT (${contains(text)})`)
  return { conditions, needsRequest }

  function addNumbers(name: string, numbers: readonly number[]): void {
    const [first] = numbers
    // Small numbers of our own, so that statements stay few: they may stand in the text.
    if (first !== undefined && numbers.length === 1) add(`${name} = ${String(first)}`)
    else if (numbers.length > 1) add(`${name} IN (${numbers.map(String).join(', ')})`)
  }

  function addEndpoints(): void {
    const name = column('endpoint')
    const keyOf = (id: string): string => `(SELECT key FROM endpoint WHERE id = ${parameters.add(id)})`
    const [first] = filter.endpointIds
    if (first !== undefined && filter.endpointIds.length === 1) add(`${name} = ${keyOf(first)}`)
    else if (first !== undefined) add(`${name} IN (${filter.endpointIds.map(keyOf).join(', ')})`)
  }

  /** Few requests are marked: their ids are gathered once. The “+” keeps them from leading. */
  function addMarks(): void {
    for (const { wanted, where } of markConditions(filter, parameters)) {
      add(`+r.id ${wanted ? 'IN' : 'NOT IN'} (SELECT m.id FROM mark m WHERE ${where})`)
    }
  }

  function addCodes(): void {
    const has = (codes: readonly string[]): string =>
      `EXISTS (SELECT 1 FROM reading_code x WHERE x.id = r.id AND x.code IN (${parameters.list(codes)}))`
    if (filter.excludeCodes.length > 0) add(`NOT ${has(filter.excludeCodes)}`)
    if (filter.codes.length > 0) add(has(filter.codes))
  }
}

const NO_HEADER_SETS: ReadonlyMap<string, readonly number[]> = new Map()

/** Conditions on the mark `m`; where one is not wanted it must not hold, or there must be no mark. */
export function markConditions(
  filter: PostbackFilter,
  parameters: SqlParameters,
): { readonly wanted: boolean; readonly where: string }[] {
  const found: { wanted: boolean; where: string }[] = []
  const marked = (where: string, wanted = true): void => {
    found.push({ wanted, where })
  }
  if (filter.pinned !== null) marked('m.pinned = 1', filter.pinned)
  if (filter.hasNote !== null) marked('m.note IS NOT NULL', filter.hasNote)
  if (filter.colours.length > 0) marked(`m.colour IN (${parameters.list(filter.colours)})`)
  if (filter.excludeColours.length > 0) marked(`m.colour IN (${parameters.list(filter.excludeColours)})`, false)
  for (const text of filter.noteTexts) if (text !== '') marked(noteContaining(text, parameters))
  for (const text of filter.excludeNoteTexts) if (text !== '') marked(noteContaining(text, parameters), false)
  return found
}

/** Ids and times nearly run together: the ids bound the walk, the times decide. */
export function spanBounds({ from, to }: PostbackFilter, parameters: SqlParameters): string[] {
  if (from === null && to === null) return []
  const within = [
    from === null ? null : `received_at >= ${parameters.add(from)}`,
    to === null ? null : `received_at < ${parameters.add(to)}`,
  ]
    .filter((part) => part !== null)
    .join(' AND ')
  const bounds = `FROM reading WHERE ${within}`
  return [
    ...(to === null ? [] : [`r.id <= (SELECT max(id) ${bounds})`]),
    ...(from === null ? [] : [`r.id >= (SELECT min(id) ${bounds})`]),
  ]
}

/** The condition that most likely leaves the fewest rows, where its index also has them in order of arrival. */
function leadOf(filter: PostbackFilter): LeadingColumn | null {
  if (filter.userId !== null) return null
  if (filter.verdicts.length === 1) return 'verdict'
  if (filter.endpointIds.length === 1) return 'endpoint'
  if (filter.kinds.length === 1) return 'kind'
  return null
}
