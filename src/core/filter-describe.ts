import type { PostbackFilter } from './filter.ts'
import { LATEST, offsetAt, type TimeContext } from './filter-time.ts'
import { visibleText } from './visible.ts'

interface DescribeContext extends TimeContext {
  readonly endpoints: readonly { readonly id: string; readonly name: string }[]
}

/**
 * The filter in plain words, without a full stop: “Failed postbacks of user u_1 with amount at least 5 in the last
 * hour”. Spans are told from `context.now`, so give the one that the filter was read with.
 */
export function describeFilter(filter: PostbackFilter, context: DescribeContext): string {
  const words = [subject(filter), ...clauses(filter, context), ...span(filter, context)].join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const KIND_WORDS = { postback: 'postbacks', probe: 'probes', noise: 'noise', rejected: 'rejected requests' } as const
const VERDICT_WORDS = { pass: 'passed postbacks', warn: 'postbacks with warnings', fail: 'failed postbacks' } as const

function subject({ kinds, verdicts }: PostbackFilter): string {
  const kindWords = kinds.map((kind) => KIND_WORDS[kind])
  if (verdicts.length === 0) return kinds.length === 0 ? 'all requests' : list(kindWords, 'and')
  // Only postbacks have a verdict; asked for of anything else, it must show that nothing can match.
  if (kinds.length > 0 && !kinds.includes('postback')) {
    return `${list(kindWords, 'and')} with verdict ${list(verdicts, 'or')}`
  }
  if (verdicts.length === Object.keys(VERDICT_WORDS).length) return 'postbacks'
  return list(
    verdicts.map((verdict) => VERDICT_WORDS[verdict]),
    'and',
  )
}

function clauses(filter: PostbackFilter, { endpoints }: DescribeContext): readonly string[] {
  const found: string[] = []
  const names = filter.endpointIds.map((id) => endpoints.find((endpoint) => endpoint.id === id)?.name ?? id)
  if (names.length > 0) found.push(`to endpoint ${list(names.map(quoted), 'or')}`)
  if (filter.userId !== null) found.push(`of user ${named(filter.userId)}`)
  if (filter.userIdContains !== null) found.push(`of users whose id contains ${quoted(filter.userIdContains)}`)
  if (filter.amounts.length > 0) found.push(`with amount ${amountWords(filter.amounts)}`)
  if (filter.codes.length > 0) found.push(`with finding ${list(filter.codes, 'or')}`)
  if (filter.excludeCodes.length > 0) found.push(`without finding ${list(filter.excludeCodes, 'or')}`)
  if (filter.methods.length > 0) found.push(`sent with ${list(filter.methods, 'or')}`)
  if (filter.statuses.length > 0) found.push(`answered ${list(filter.statuses.map(String), 'or')}`)
  if (filter.texts.length > 0) found.push(`containing ${list(filter.texts.map(quoted), 'and')}`)
  if (filter.excludeTexts.length > 0) found.push(`not containing ${list(filter.excludeTexts.map(quoted), 'or')}`)
  return [...found, ...markClauses(filter)]
}

function markClauses(filter: PostbackFilter): readonly string[] {
  const found: string[] = []
  if (filter.pinned !== null) found.push(filter.pinned ? 'that are pinned' : 'that are not pinned')
  if (filter.colours.length > 0) found.push(`coloured ${list(filter.colours, 'or')}`)
  if (filter.excludeColours.length > 0) found.push(`not coloured ${list(filter.excludeColours, 'or')}`)
  if (filter.hasNote !== null) found.push(filter.hasNote ? 'with a note' : 'without a note')
  if (filter.noteTexts.length > 0) found.push(`with a note of ${list(filter.noteTexts.map(quoted), 'and')}`)
  if (filter.excludeNoteTexts.length > 0) {
    found.push(`without a note of ${list(filter.excludeNoteTexts.map(quoted), 'or')}`)
  }
  return found
}

const COMPARISON_WORDS = { '=': '', '<': 'below ', '<=': 'at most ', '>': 'above ', '>=': 'at least ' } as const

function amountWords(amounts: PostbackFilter['amounts']): string {
  return list(
    amounts.map(({ comparison, value }) => COMPARISON_WORDS[comparison] + value),
    'and',
  )
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

function span({ from, to }: PostbackFilter, context: DescribeContext): readonly string[] {
  if (from === null) return to === null ? [] : [`before ${moment(to, context)}`]
  if (to !== null) return [`from ${moment(from, context)} until ${moment(to, context)}`]
  return [lastSpan(context.now - from) ?? `since ${moment(from, context)}`]
}

/** “in the last 30 minutes”; null where the span is no whole count of a unit that one would say aloud. */
function lastSpan(ms: number): string | null {
  const unit = UNITS.find(([, length]) => ms > 0 && ms % length === 0)
  if (unit === undefined) return null
  const count = ms / unit[1]
  if (count > 999) return null
  return count === 1 ? `in the last ${unit[0]}` : `in the last ${String(count)} ${unit[0]}s`
}

/** Local time as `2025-01-31 12:00`, with seconds where there are any. */
function moment(at: number, context: DescribeContext): string {
  const local = Math.max(-LATEST, Math.min(LATEST, at + offsetAt(at, context)))
  const iso = new Date(local).toISOString()
  const text = iso.slice(0, -1).replace('T', ' ')
  return text.replace(/(:00)?\.000$/, '')
}

function list(words: readonly string[], lastWord: 'and' | 'or'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${lastWord} ${last}`
}

function quoted(text: string): string {
  return `“${visibleText(text)}”`
}

/** An id reads best bare; quotes where its edges would not be seen. */
function named(text: string): string {
  return /^[\w.@:+-]+$/.test(text) ? text : quoted(text)
}
