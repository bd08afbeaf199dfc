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

type Lead = 'userId' | 'code' | 'amount' | 'endpoint' | 'verdict' | 'kind'

export function filterToSql(filter: PostbackFilter, parameters: SqlParameters): FilterSql {
  const lead = leadOf(filter)
  const conditions: string[] = []
  let needsRequest = false
  const add = (condition: string): void => {
    conditions.push(condition)
  }
  const addOnRequest = (condition: string): void => {
    needsRequest = true
    conditions.push(condition)
  }
  // A “+” keeps the planner from an index that is not the one meant to lead: it knows nothing of how many rows each has.
  const column = (name: string, of: Lead): string => (lead === of ? `r.${name}` : `+r.${name}`)

  addNumbers(
    column('kind', 'kind'),
    filter.kinds.map((kind) => KIND_NUMBERS[kind]),
  )
  addNumbers(
    column('verdict', 'verdict'),
    filter.verdicts.map((verdict) => VERDICT_NUMBERS[verdict]),
  )
  addEndpoints()
  if (filter.userId !== null) {
    add(`${column('user_id', 'userId')} = ${parameters.add(textToColumn(filter.userId))}`)
  }
  if (filter.userIdContains !== null && filter.userIdContains !== '') {
    add(userIdContaining(filter.userIdContains, parameters))
  }
  for (const { comparison, value } of filter.amounts) {
    const exact = readAmount(value).value
    // What is no exact decimal is equal to none, and neither more nor less.
    if (exact === null) add('0')
    else add(`${column('amount_key', 'amount')} ${comparison} ${parameters.add(decimalSortKey(exact))}`)
  }
  if (filter.methods.length > 0) {
    addOnRequest(`q.method IN (${parameters.list(filter.methods.map(textToColumn))})`)
  }
  if (filter.statuses.length > 0) addOnRequest(`q.reply_status IN (${parameters.list(filter.statuses)})`)
  addSpan()
  for (const text of filter.texts) if (text !== '') addOnRequest(anywhere(text, parameters))
  for (const text of filter.excludeTexts) if (text !== '') addOnRequest(`NOT (${anywhere(text, parameters)})`)
  addMarks()
  return { conditions, needsRequest, leadingCode: addCodes() }

  function addNumbers(name: string, numbers: readonly number[]): void {
    if (numbers.length === 1) add(`${name} = ${parameters.list(numbers)}`)
    else if (numbers.length > 1) add(`${name} IN (${parameters.list(numbers)})`)
  }

  function addEndpoints(): void {
    const name = column('endpoint', 'endpoint')
    const keyOf = (id: string): string => `(SELECT key FROM endpoint WHERE id = ${parameters.add(id)})`
    const [first] = filter.endpointIds
    if (first !== undefined && filter.endpointIds.length === 1) add(`${name} = ${keyOf(first)}`)
    else if (first !== undefined) add(`${name} IN (${filter.endpointIds.map(keyOf).join(', ')})`)
  }

  /** Few requests are marked: their ids are gathered once. */
  function addMarks(): void {
    const marked = (condition: string, wanted = true): void => {
      add(`r.id ${wanted ? 'IN' : 'NOT IN'} (SELECT m.id FROM mark m WHERE ${condition})`)
    }
    if (filter.pinned !== null) marked('m.pinned = 1', filter.pinned)
    if (filter.hasNote !== null) marked('m.note IS NOT NULL', filter.hasNote)
    if (filter.colours.length > 0) marked(`m.colour IN (${parameters.list(filter.colours)})`)
    if (filter.excludeColours.length > 0) marked(`m.colour IN (${parameters.list(filter.excludeColours)})`, false)
    for (const text of filter.noteTexts) if (text !== '') marked(noteContaining(text, parameters))
    for (const text of filter.excludeNoteTexts) if (text !== '') marked(noteContaining(text, parameters), false)
  }

  /** Ids and times nearly run together: the ids bound the walk, the times decide. */
  function addSpan(): void {
    const { from, to } = filter
    if (from === null && to === null) return
    const within = (name: string): string =>
      [
        from === null ? null : `${name} >= ${parameters.add(from)}`,
        to === null ? null : `${name} < ${parameters.add(to)}`,
      ]
        .filter((part) => part !== null)
        .join(' AND ')
    const bounds = `FROM reading WHERE ${within('received_at')}`
    if (to !== null) add(`r.id <= (SELECT max(id) ${bounds})`)
    if (from !== null) add(`r.id >= (SELECT min(id) ${bounds})`)
    add(within('+r.received_at'))
  }

  function addCodes(): string | null {
    const has = (codes: readonly string[]): string =>
      `EXISTS (SELECT 1 FROM reading_code x WHERE x.id = r.id AND x.code IN (${parameters.list(codes)}))`
    if (filter.excludeCodes.length > 0) add(`NOT ${has(filter.excludeCodes)}`)
    const [code] = filter.codes
    if (lead === 'code' && code !== undefined) return parameters.add(code)
    if (filter.codes.length > 0) add(has(filter.codes))
    return null
  }
}

/** The condition that most likely leaves the fewest rows, where its index also has them in order of arrival. */
function leadOf(filter: PostbackFilter): Lead | null {
  if (filter.userId !== null) return 'userId'
  if (filter.codes.length === 1) return 'code'
  if (filter.amounts.length === 1 && filter.amounts[0]?.comparison === '=') return 'amount'
  if (filter.verdicts.length === 1) return 'verdict'
  if (filter.endpointIds.length === 1) return 'endpoint'
  if (filter.kinds.length === 1) return 'kind'
  return null
}
