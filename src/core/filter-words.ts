import type { PostbackFilter } from './filter.ts'
import { LATEST, offsetAt, type TimeContext } from './filter-time.ts'
import { visibleText } from './visible.ts'

/** A value stands as it was given: who shows it makes what is hidden in it visible, and puts it into quotes. */
export type FilterWord = string | { readonly value: string }

/** One thing that a filter asks for. */
export interface FilterPart {
  /** The keys of the filter box that ask for it, negated ones with “-”; `text` stands for free text as well. */
  readonly keys: readonly string[]
  /** Put together they read as one phrase: “of user ”, “u_1”. */
  readonly words: readonly FilterWord[]
}

/** What the words are read against. */
export interface WordsContext extends TimeContext {
  readonly endpoints: readonly { readonly id: string; readonly name: string }[]
  /**
   * True for words that stand on a screen while time goes on: spans are told by the clock (“since 14:02”, with the date
   * where it is not that of `now`). False for what is told once: “in the last hour”, and always with the date.
   */
  readonly live: boolean
}

/** What a filter asks for, part by part: together, with spaces between them, they are a sentence’s subject. */
export function filterParts(filter: PostbackFilter, context: WordsContext): readonly FilterPart[] {
  return [
    subject(filter),
    ...whose(filter, context),
    ...span(filter, context),
    ...amounts(filter),
    ...codes(filter),
    ...request(filter),
    ...texts(filter),
    ...marks(filter),
  ]
}

/** A part as plain text: values in quotes, with nothing invisible in them. */
export function partText({ words }: FilterPart): string {
  return words.map((word) => (typeof word === 'string' ? word : `“${visibleText(word.value)}”`)).join('')
}

const KIND_WORDS = { postback: 'postbacks', probe: 'probes', noise: 'noise', rejected: 'rejected requests' } as const
const VERDICT_WORDS = { pass: 'passed postbacks', warn: 'postbacks with warnings', fail: 'failed postbacks' } as const

function subject({ kinds, verdicts }: PostbackFilter): FilterPart {
  const part = (...words: readonly FilterWord[]): FilterPart => ({
    keys: ['kind', '-kind', 'verdict', '-verdict'],
    words,
  })
  const kindWords = kinds.map((kind) => KIND_WORDS[kind])
  if (verdicts.length === 0) return kinds.length === 0 ? part('all requests') : part(...list(kindWords, 'and'))
  // Only postbacks have a verdict; asked for of anything else, it must show that nothing can match.
  if (kinds.length > 0 && !kinds.includes('postback')) {
    return part(...list(kindWords, 'and'), ' with verdict ', ...list(verdicts, 'or'))
  }
  if (verdicts.length === Object.keys(VERDICT_WORDS).length) return part('postbacks')
  return part(
    ...list(
      verdicts.map((verdict) => VERDICT_WORDS[verdict]),
      'and',
    ),
  )
}

function whose({ userId, userIdContains, endpointIds }: PostbackFilter, { endpoints }: WordsContext): FilterPart[] {
  const user: FilterWord[] = []
  if (userId !== null) user.push('of user ', { value: userId })
  if (userIdContains !== null) {
    user.push(userId === null ? 'of users whose id contains ' : ', whose id contains ', { value: userIdContains })
  }
  const names = endpointIds.map((id) => ({ value: endpoints.find((endpoint) => endpoint.id === id)?.name ?? id }))
  return [
    ...(user.length === 0 ? [] : [{ keys: ['user'], words: user }]),
    ...(names.length === 0 ? [] : [{ keys: ['endpoint'], words: ['to the endpoint ', ...list(names, 'or')] }]),
  ]
}

function amounts({ amounts }: PostbackFilter): FilterPart[] {
  const [first, second, ...others] = amounts
  if (first === undefined) return []
  const part = (words: string): FilterPart[] => [{ keys: ['amount'], words: [`with amounts ${words}`] }]
  const isRange = first.comparison === '>=' && second?.comparison === '<=' && others.length === 0
  if (isRange) return part(`from ${first.value} to ${second.value}`)
  return part(
    list(
      amounts.map((one) => `of ${amountWords(one)}`),
      'and',
    ).join(''),
  )
}

function amountWords({ comparison, value }: PostbackFilter['amounts'][number]): string {
  switch (comparison) {
    case '=':
      return `exactly ${value}`
    case '>=':
      return `${value} or more`
    case '<=':
      return `${value} or less`
    case '>':
      return `more than ${value}`
    case '<':
      return `less than ${value}`
    default:
      return comparison satisfies never
  }
}

function codes({ codes, excludeCodes }: PostbackFilter): FilterPart[] {
  const found: FilterPart[] = []
  if (codes.length > 0) found.push({ keys: ['code'], words: ['with the finding ', ...list(codes, 'or')] })
  if (excludeCodes.length === 1) found.push({ keys: ['-code'], words: ['without the finding ', ...excludeCodes] })
  if (excludeCodes.length > 1) {
    found.push({ keys: ['-code'], words: ['with none of the findings ', ...list(excludeCodes, 'and')] })
  }
  return found
}

function request({ methods, statuses }: PostbackFilter): FilterPart[] {
  const found: FilterPart[] = []
  if (methods.length > 0) found.push({ keys: ['method'], words: ['sent with ', ...list(methods, 'or')] })
  if (statuses.length > 0) {
    found.push({ keys: ['status'], words: ['answered with ', ...list(statuses.map(String), 'or')] })
  }
  return found
}

function texts({ texts, excludeTexts }: PostbackFilter): FilterPart[] {
  const found: FilterPart[] = []
  if (texts.length > 0) found.push({ keys: ['text'], words: ['containing ', ...valueList(texts, 'and')] })
  if (excludeTexts.length === 1) {
    found.push({ keys: ['-text'], words: ['not containing ', ...valueList(excludeTexts, 'and')] })
  }
  if (excludeTexts.length > 1) {
    found.push({ keys: ['-text'], words: ['containing none of ', ...valueList(excludeTexts, 'and')] })
  }
  return found
}

function marks(filter: PostbackFilter): FilterPart[] {
  const { pinned, hasNote, noteTexts, excludeNoteTexts, colours, excludeColours } = filter
  const found: FilterPart[] = []
  const add = (keys: readonly string[], ...words: readonly FilterWord[]): void => {
    found.push({ keys, words })
  }
  if (pinned !== null) add(['is', '-is'], pinned ? 'that are pinned' : 'that are not pinned')
  if (colours.length > 0) add(['colour'], 'coloured ', ...list(colours, 'or'))
  if (excludeColours.length > 0) add(['-colour'], 'not coloured ', ...list(excludeColours, 'or'))
  if (hasNote !== null) add(['has', '-has'], hasNote ? 'with a note' : 'without a note')
  if (noteTexts.length > 0) add(['note'], 'with a note containing ', ...valueList(noteTexts, 'and'))
  if (excludeNoteTexts.length === 1) add(['-note'], 'without ', ...valueList(excludeNoteTexts, 'and'), ' in a note')
  if (excludeNoteTexts.length > 1) {
    add(['-note'], 'with none of ', ...valueList(excludeNoteTexts, 'and'), ' in a note')
  }
  return found
}

function span({ from, to }: PostbackFilter, context: WordsContext): FilterPart[] {
  const part = (words: string): FilterPart[] => [{ keys: ['since', 'until'], words: [words] }]
  if (from === null) return to === null ? [] : part(`before ${moment(to, context)}`)
  if (to !== null) return part(`from ${moment(from, context)} until ${moment(to, context)}`)
  const back = context.live ? null : lastSpan(context.now - from)
  return part(back ?? `since ${moment(from, context)}`)
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** “in the last 30 minutes”; null where the span is no whole count of a unit that one would say aloud. */
function lastSpan(ms: number): string | null {
  const unit = UNITS.find(([, length]) => ms > 0 && ms % length === 0)
  if (unit === undefined) return null
  const count = ms / unit[1]
  if (count > 999) return null
  return count === 1 ? `in the last ${unit[0]}` : `in the last ${String(count)} ${unit[0]}s`
}

/** Local time as `2025-01-31 12:00`, with seconds where there are any; of a live context’s day `12:00` alone. */
function moment(at: number, context: WordsContext): string {
  const [day, clock] = localTime(at, context)
  if (!context.live || day !== localTime(context.now, context)[0]) return `${day} ${clock}`
  return clock === '00:00' ? '00:00 today' : clock
}

function localTime(at: number, context: TimeContext): readonly [day: string, clock: string] {
  const local = Math.max(-LATEST, Math.min(LATEST, at + offsetAt(at, context)))
  const [day = '', clock = ''] = new Date(local).toISOString().slice(0, -1).split('T')
  return [day, clock.replace(/(:00)?\.000$/, '')]
}

function list<W extends FilterWord>(words: readonly W[], lastWord: 'and' | 'or'): (W | string)[] {
  return words.flatMap((word, at): (W | string)[] => {
    if (at === 0) return [word]
    return [at === words.length - 1 ? ` ${lastWord} ` : ', ', word]
  })
}

function valueList(values: readonly string[], lastWord: 'and' | 'or'): FilterWord[] {
  return list(
    values.map((value) => ({ value })),
    lastWord,
  )
}
