import { filterWords } from '../words/of/filter.ts'
import { EVERYTHING, type PostbackFilter } from './filter.ts'
import { readAmountFilter } from './filter-amount.ts'
import {
  CODES,
  COLOURS,
  FILTER_KEYS,
  type FilterKey,
  filterKey,
  KINDS,
  POSSESSIONS,
  STATES,
  VERDICTS,
} from './filter-keys.ts'
import { readMoment, type TimeContext } from './filter-time.ts'
import { type FilterItem, type FilterToken, readFilterTokens } from './filter-tokens.ts'
import { nearestWord } from './nearest.ts'
import type { Span } from './postback.ts'
import { visibleText } from './visible.ts'

export { describeFilter } from './filter-describe.ts'
export { suggestTokens } from './filter-suggest.ts'

/** What the filter box's text is read against. Dates without a zone are local to `timeZoneOffsetMinutes`. */
export interface FilterContext extends TimeContext {
  readonly endpoints: readonly { readonly id: string; readonly name: string }[]
}

/** Why a token, or one value of its list, was left out of the filter. `span` points into the box's text. */
export interface FilterProblem {
  readonly span: Span
  readonly message: string
}

export interface ParsedFilterQuery {
  readonly filter: PostbackFilter
  readonly problems: readonly FilterProblem[]
  /** For colouring: `key` is the key's full name, null for free text; `valid` where the whole token is in force. */
  readonly tokens: readonly {
    readonly key: string | null
    readonly span: Span
    readonly negated: boolean
    readonly valid: boolean
  }[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** What has been read so far. Negated kinds and verdicts become their complement at the end. */
interface Draft {
  readonly filter: Mutable<PostbackFilter>
  readonly problems: FilterProblem[]
  readonly notKinds: { readonly value: (typeof KINDS)[number]; readonly span: Span }[]
  readonly notVerdicts: { readonly value: (typeof VERDICTS)[number]; readonly span: Span }[]
}

/**
 * Reads the filter box: `key:value` tokens and free text, all of which must hold; several values of one key mean
 * any of them. What cannot be understood is left out and comes back as a problem. Never throws.
 */
export function parseFilterQuery(text: string, context: FilterContext): ParsedFilterQuery {
  const draft: Draft = { filter: emptyFilter(), problems: [], notKinds: [], notVerdicts: [] }
  const tokens = readFilterTokens(text).map((token) => {
    const before = draft.problems.length
    const key = applyToken(token, draft, context)
    return { key, span: token.span, negated: token.negated, valid: draft.problems.length === before }
  })
  draft.filter.kinds = leaveOut(draft.filter.kinds, KINDS, draft.notKinds, 'kind', draft.problems)
  draft.filter.verdicts = leaveOut(draft.filter.verdicts, VERDICTS, draft.notVerdicts, 'verdict', draft.problems)
  return { filter: draft.filter, problems: draft.problems, tokens }
}

function emptyFilter(): Mutable<PostbackFilter> {
  return {
    ...EVERYTHING,
    kinds: [],
    verdicts: [],
    codes: [],
    excludeCodes: [],
    endpointIds: [],
    amounts: [],
    methods: [],
    statuses: [],
    texts: [],
    excludeTexts: [],
    noteTexts: [],
    excludeNoteTexts: [],
    colours: [],
    excludeColours: [],
  }
}

/** Puts one token into the draft; says which key it was read as. */
function applyToken(token: FilterToken, draft: Draft, context: FilterContext): string | null {
  const key = filterKey(token.key)
  if (key === null) {
    if (token.key === null) addText(token.value, token.negated, draft)
    else applyUnknownKey(token, token.key, draft)
    return null
  }
  const problem = (message: string, span: Span = token.span): void => {
    draft.problems.push({ span, message })
  }
  const empty = token.value === '' && !token.items.some((item) => item.quoted)
  const { problems, suggestions } = filterWords()
  if (empty) problem(problems.needsValue(key.name, suggestions.keys[key.name]))
  else if (token.negated && !key.negatable) problem(problems.notNegatable(key.name))
  else applyKey(key, token, draft, context, problem)
  return key.name
}

function applyUnknownKey(token: FilterToken, written: string, draft: Draft): void {
  const meant = nearestWord(
    written,
    FILTER_KEYS.map((key) => key.name),
  )
  // A pasted address: https://…, localhost:4070, localhost:4070/hitpoint
  const address = token.value.startsWith('//') || (meant === null && /^\d{1,5}(?:[/?]|$)/.test(token.value))
  if (address) {
    addText(token.negated ? token.raw.slice(1) : token.raw, token.negated, draft)
    return
  }
  draft.problems.push({ span: token.span, message: filterWords().problems.unknownKey(shown(written), meant) })
}

function addText(text: string, negated: boolean, { filter }: Draft): void {
  if (text !== '') (negated ? filter.excludeTexts : filter.texts).push(text)
}

type Report = (message: string, span?: Span) => void

function applyKey(key: FilterKey, token: FilterToken, draft: Draft, context: FilterContext, problem: Report): void {
  const { filter } = draft
  switch (key.name) {
    case 'user':
      applyUser(token, filter, problem)
      return
    case 'amount': {
      const amount = readAmountFilter(token.value)
      if (amount.ok) filter.amounts.push(...amount.conditions)
      else problem(amount.message)
      return
    }
    case 'verdict':
      for (const { value, span } of knownItems(token, VERDICTS, 'verdict', problem)) {
        if (token.negated) draft.notVerdicts.push({ value, span })
        else addOnce(filter.verdicts, value)
      }
      return
    case 'kind':
      for (const { value, span } of knownItems(token, KINDS, 'kind', problem)) {
        if (token.negated) draft.notKinds.push({ value, span })
        else addOnce(filter.kinds, value)
      }
      return
    case 'code':
      for (const { value } of knownItems(token, CODES, 'code', problem)) {
        addOnce(token.negated ? filter.excludeCodes : filter.codes, value)
      }
      return
    case 'endpoint':
      for (const item of filledItems(token)) applyEndpoint(item, filter, context, problem)
      return
    case 'method':
      for (const item of filledItems(token)) {
        if (METHOD.test(item.text)) addOnce(filter.methods, item.text.toUpperCase())
        else problem(filterWords().problems.noMethod(shown(item.text)), item.span)
      }
      return
    case 'status':
      for (const item of filledItems(token)) {
        if (/^[1-5]\d\d$/.test(item.text)) addOnce(filter.statuses, Number(item.text))
        else problem(filterWords().problems.noStatus(shown(item.text)), item.span)
      }
      return
    case 'since':
    case 'until':
      applyMoment(key.name, token, filter, context, problem)
      return
    case 'text':
      addText(token.value, token.negated, draft)
      return
    case 'is':
      for (const { span } of knownItems(token, STATES, 'is', problem)) {
        filter.pinned = eitherWay(filter.pinned, !token.negated, span, problem)
      }
      return
    case 'has':
      for (const { span } of knownItems(token, POSSESSIONS, 'has', problem)) {
        filter.hasNote = eitherWay(filter.hasNote, !token.negated, span, problem)
      }
      return
    case 'note':
      if (token.value !== '') (token.negated ? filter.excludeNoteTexts : filter.noteTexts).push(token.value)
      return
    case 'colour':
      for (const { value } of knownItems(token, COLOURS, 'colour', problem)) {
        addOnce(token.negated ? filter.excludeColours : filter.colours, value)
      }
      return
    default:
      key.name satisfies never
  }
}

/** Asked for with and without “-”, nothing could match: the first one stays. */
function eitherWay(before: boolean | null, wanted: boolean, span: Span, problem: Report): boolean {
  if (before !== null && before !== wanted) problem(filterWords().problems.bothWays, span)
  return before ?? wanted
}

/** RFC 9110 token. */
const METHOD = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

function applyUser(token: FilterToken, filter: Mutable<PostbackFilter>, problem: Report): void {
  const first = token.items[0]
  const literal = token.items.length === 1 && first?.quoted === true
  const contains = !literal && /^~|^\*|\*$/.test(token.value)
  const value = contains ? token.value.replace(/^[~*]+|\*+$/g, '') : token.value
  if (contains && value === '') {
    problem(filterWords().problems.userPartMissing)
  } else if (contains) {
    if (filter.userIdContains === null) filter.userIdContains = value
    else problem(filterWords().problems.oneUserPart)
  } else if (filter.userId === null) {
    filter.userId = value
  } else if (filter.userId !== value) {
    problem(filterWords().problems.oneUser)
  }
}

function applyEndpoint(
  item: FilterItem,
  filter: Mutable<PostbackFilter>,
  { endpoints }: FilterContext,
  problem: Report,
): void {
  const wanted = item.text.toLowerCase()
  const exact = endpoints.filter(({ id, name }) => name.toLowerCase() === wanted || id === item.text)
  const begins = endpoints.filter(({ name }) => wanted !== '' && name.toLowerCase().startsWith(wanted))
  const found = exact.length > 0 ? exact : begins
  for (const { id } of found) addOnce(filter.endpointIds, id)
  if (found.length > 0) return
  const names = endpoints.map(({ name }) => name)
  problem(filterWords().problems.unknownValue('endpoint', shown(item.text), nearestWord(item.text, names)), item.span)
}

function applyMoment(
  key: 'since' | 'until',
  token: FilterToken,
  filter: Mutable<PostbackFilter>,
  context: FilterContext,
  problem: Report,
): void {
  const moment = readMoment(token.value, context)
  if (moment === null) {
    problem(filterWords().problems.noTime(shown(token.value)))
    return
  }
  // A whole day as the end is meant to be in it; `to` itself is not.
  const from = key === 'since' ? Math.max(filter.from ?? moment.start, moment.start) : filter.from
  const to = key === 'until' ? Math.min(filter.to ?? moment.end, moment.end) : filter.to
  if (from !== null && to !== null && from >= to) {
    problem(filterWords().problems.sinceNotBeforeUntil)
    return
  }
  filter.from = from
  filter.to = to
}

function filledItems(token: FilterToken): readonly FilterItem[] {
  return token.items.filter((item) => item.text !== '' || item.quoted)
}

function knownItems<T extends string>(
  token: FilterToken,
  known: readonly T[],
  key: 'verdict' | 'kind' | 'code' | 'is' | 'has' | 'colour',
  problem: Report,
): readonly { readonly value: T; readonly span: Span }[] {
  return filledItems(token).flatMap((item) => {
    const wanted = item.text.toLowerCase()
    const value = known.find((candidate) => candidate === wanted)
    if (value !== undefined) return [{ value, span: item.span }]
    problem(filterWords().problems.unknownValue(key, shown(item.text), nearestWord(item.text, known)), item.span)
    return []
  })
}

/** Takes negated values out; where nothing would be left, which an empty list cannot say, that is a problem. */
function leaveOut<T extends string>(
  wanted: readonly T[],
  all: readonly T[],
  unwanted: readonly { readonly value: T; readonly span: Span }[],
  key: 'kind' | 'verdict',
  problems: FilterProblem[],
): T[] {
  const last = unwanted.at(-1)
  if (last === undefined) return [...wanted]
  const left = (wanted.length > 0 ? wanted : all).filter((value) => !unwanted.some((no) => no.value === value))
  if (left.length > 0) return left
  problems.push({ span: last.span, message: filterWords().problems.nothingLeft[key] })
  return [...wanted]
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value)
}

const LONGEST_SHOWN = 40

/** Typed text inside a sentence: visible and short. */
function shown(text: string): string {
  const visible = visibleText(text)
  return visible.length > LONGEST_SHOWN
    ? `${visible.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`
    : visible
}
