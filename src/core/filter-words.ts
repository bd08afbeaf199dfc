import { filterWords } from '../words/of/filter.ts'
import { statusWords } from '../words/of/status.ts'
import type { PostbackFilter } from './filter.ts'
import { LATEST, offsetAt, type TimeContext } from './filter-time.ts'
import { verdictSchema } from './postback.ts'
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
export function partText({ words: phrase }: FilterPart): string {
  const { quoted } = filterWords().echo
  return phrase.map((word) => (typeof word === 'string' ? word : quoted(visibleText(word.value)).join(''))).join('')
}

const VERDICT_COUNT = verdictSchema.options.length

function subject({ kinds, verdicts }: PostbackFilter): FilterPart {
  const w = filterWords().echo
  const part = (phrase: string): FilterPart => ({ keys: ['kind', '-kind', 'verdict', '-verdict'], words: [phrase] })
  const kindWords = listText(
    kinds.map((kind) => w.kinds[kind]),
    'and',
  )
  if (verdicts.length === 0) return part(kinds.length === 0 ? w.allRequests : kindWords)
  // Only postbacks have a verdict; asked for of anything else, it must show that nothing can match.
  if (kinds.length > 0 && !kinds.includes('postback')) {
    const names = verdicts.map((verdict) => w.verdictNames[verdict])
    return part(w.kindsWithVerdicts(kindWords, listText(names, 'or')))
  }
  if (verdicts.length === VERDICT_COUNT) return part(w.kinds.postback)
  return part(
    listText(
      verdicts.map((verdict) => w.verdicts[verdict]),
      'and',
    ),
  )
}

function whose({ userId, userIdContains, endpointIds }: PostbackFilter, { endpoints }: WordsContext): FilterPart[] {
  const w = filterWords().echo
  const found: FilterPart[] = []
  const [id, idPart] = [userId, userIdContains].map((value) => (value === null ? null : { value }))
  if (id && idPart) found.push({ keys: ['user'], words: w.userWithPart(id, idPart) })
  else if (id) found.push({ keys: ['user'], words: w.user(id) })
  else if (idPart) found.push({ keys: ['user'], words: w.usersWithPart(idPart) })
  const names = endpointIds.map((wanted) => endpoints.find((endpoint) => endpoint.id === wanted)?.name ?? wanted)
  if (names.length > 0) found.push({ keys: ['endpoint'], words: w.endpoints(valueList(names, 'or')) })
  return found
}

function amounts({ amounts }: PostbackFilter): FilterPart[] {
  const w = filterWords().echo
  const [first, second, ...others] = amounts
  if (first === undefined) return []
  const part = (phrase: string): FilterPart[] => [{ keys: ['amount'], words: [phrase] }]
  const isRange = first.comparison === '>=' && second?.comparison === '<=' && others.length === 0
  if (isRange) return part(w.amountRange(first.value, second.value))
  const conditions = amounts.map(({ comparison, value }) => w.amount[comparison](value))
  return part(w.amounts(listText(conditions, 'and')))
}

function codes({ codes, excludeCodes }: PostbackFilter): FilterPart[] {
  const w = filterWords().echo
  const found: FilterPart[] = []
  const [code, ...others] = excludeCodes
  if (codes.length > 0) found.push({ keys: ['code'], words: [w.findings(listText(codes, 'or'))] })
  if (code !== undefined) {
    const phrase = others.length === 0 ? w.withoutFinding(code) : w.withoutFindings(listText(excludeCodes, 'and'))
    found.push({ keys: ['-code'], words: [phrase] })
  }
  return found
}

function request({ methods, statuses }: PostbackFilter): FilterPart[] {
  const w = filterWords().echo
  const found: FilterPart[] = []
  if (methods.length > 0) found.push({ keys: ['method'], words: [w.methods(listText(methods, 'or'))] })
  if (statuses.length > 0) {
    found.push({ keys: ['status'], words: [w.statuses(listText(statuses.map(String), 'or'))] })
  }
  return found
}

function texts({ texts, excludeTexts }: PostbackFilter): FilterPart[] {
  const w = filterWords().echo
  const found: FilterPart[] = []
  if (texts.length > 0) found.push({ keys: ['text'], words: w.texts(valueList(texts, 'and')) })
  if (excludeTexts.length > 0) {
    const say = excludeTexts.length === 1 ? w.withoutText : w.withoutTexts
    found.push({ keys: ['-text'], words: say(valueList(excludeTexts, 'and')) })
  }
  return found
}

function marks(filter: PostbackFilter): FilterPart[] {
  const { pinned, hasNote, noteTexts, excludeNoteTexts, colours, excludeColours } = filter
  const w = filterWords().echo
  const found: FilterPart[] = []
  const add = (keys: readonly string[], ...phrase: readonly FilterWord[]): void => {
    found.push({ keys, words: phrase })
  }
  const colourList = (wanted: PostbackFilter['colours']): string =>
    listText(
      wanted.map((colour) => statusWords().colours[colour]),
      'or',
    )
  if (pinned !== null) add(['is', '-is'], pinned ? w.pinned : w.notPinned)
  if (colours.length > 0) add(['colour'], w.coloured(colourList(colours)))
  if (excludeColours.length > 0) add(['-colour'], w.notColoured(colourList(excludeColours)))
  if (hasNote !== null) add(['has', '-has'], hasNote ? w.withNote : w.withoutNote)
  if (noteTexts.length > 0) add(['note'], ...w.noteTexts(valueList(noteTexts, 'and')))
  if (excludeNoteTexts.length > 0) {
    const say = excludeNoteTexts.length === 1 ? w.withoutNoteText : w.withoutNoteTexts
    add(['-note'], ...say(valueList(excludeNoteTexts, 'and')))
  }
  return found
}

function span({ from, to }: PostbackFilter, context: WordsContext): FilterPart[] {
  const w = filterWords().echo
  const part = (phrase: string): FilterPart[] => [{ keys: ['since', 'until'], words: [phrase] }]
  if (from === null) return to === null ? [] : part(w.before(moment(to, context)))
  if (to !== null) return part(w.between(moment(from, context), moment(to, context)))
  const back = context.live ? null : lastSpan(context.now - from)
  return part(back ?? w.since(moment(from, context)))
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
  return count > 999 ? null : filterWords().echo.last[unit[0]](count)
}

/** Local time as `2025-01-31 12:00`, with seconds where there are any; of a live context’s day `12:00` alone. */
function moment(at: number, context: WordsContext): string {
  const [day, clock] = localTime(at, context)
  if (!context.live || day !== localTime(context.now, context)[0]) return `${day} ${clock}`
  return clock === '00:00' ? filterWords().echo.midnight : clock
}

function localTime(at: number, context: TimeContext): readonly [day: string, clock: string] {
  const local = Math.max(-LATEST, Math.min(LATEST, at + offsetAt(at, context)))
  const [day = '', clock = ''] = new Date(local).toISOString().slice(0, -1).split('T')
  return [day, clock.replace(/(:00)?\.000$/, '')]
}

function list<W extends FilterWord>(items: readonly W[], lastWord: 'and' | 'or'): (W | string)[] {
  const last = filterWords().echo[lastWord]
  return items.flatMap((item, at): (W | string)[] => {
    if (at === 0) return [item]
    return [at === items.length - 1 ? last : ', ', item]
  })
}

function listText(items: readonly string[], lastWord: 'and' | 'or'): string {
  return list(items, lastWord).join('')
}

function valueList(values: readonly string[], lastWord: 'and' | 'or'): FilterWord[] {
  return list(
    values.map((value) => ({ value })),
    lastWord,
  )
}
