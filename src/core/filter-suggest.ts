import { filterWords } from '../words/of/filter.ts'
import { amountValues, type KnownValue, spanValues, statusValues } from './filter-guesses.ts'
import {
  CODES,
  COLOURS,
  COMMON_METHODS,
  FILTER_KEYS,
  type FilterKey,
  filterKey,
  KINDS,
  POSSESSIONS,
  STATES,
  VERDICTS,
} from './filter-keys.ts'
import { type FilterItem, type FilterToken, quoteFilterValue, readFilterTokens } from './filter-tokens.ts'
import { findingText } from './findings/texts.ts'
import type { Span } from './postback.ts'

/** `insert` takes the place of `span` in the box's text; `label` says in a few words what it means. */
export interface FilterSuggestion {
  readonly insert: string
  readonly label: string
  readonly span: Span
  /** True where more is to be typed right behind it: a key waits for its value, `>=` for its number. */
  readonly unfinished: boolean
}

interface SuggestContext {
  readonly endpoints: readonly { readonly id: string; readonly name: string }[]
}

/** From this many letters on, a word without a key may also be meant as some key's value. */
const LETTERS_FOR_VALUES = 2

/**
 * What the token at the caret could become: keys while there is none yet, then the values of keys that have a
 * known set. User ids are the store's to suggest: see `tokenAtCaret`.
 */
export function suggestTokens(text: string, caret: number, context: SuggestContext): readonly FilterSuggestion[] {
  const token = tokenAtCaret(text, caret)
  if (token === null) return suggestKeys('', false, { start: caret, end: caret })
  const key = filterKey(token.key)
  if (key !== null) return suggestValues(key, token, caret, context)
  if (token.key !== null || token.items[0]?.quoted === true) return []
  const typed = text.slice(token.valueSpan.start, caret)
  const keys = suggestKeys(typed, token.negated, token.span)
  return typed.length < LETTERS_FOR_VALUES ? keys : [...keys, ...suggestKeyedValues(typed, token, context)]
}

/** The token that the caret stands in or right behind; null between tokens. */
export function tokenAtCaret(text: string, caret: number): FilterToken | null {
  return readFilterTokens(text).find(({ span }) => span.start < caret && caret <= span.end) ?? null
}

function suggestKeys(typed: string, negated: boolean, span: Span): readonly FilterSuggestion[] {
  const start = typed.toLowerCase()
  return FILTER_KEYS.filter((key) => key.name.startsWith(start) && (!negated || key.negatable)).map((key) => ({
    insert: `${negated ? '-' : ''}${key.name}:`,
    label: filterWords().suggestions.keys[key.name],
    span,
    unfinished: true,
  }))
}

function suggestValues(
  key: FilterKey,
  token: FilterToken,
  caret: number,
  context: SuggestContext,
): readonly FilterSuggestion[] {
  if (caret < token.valueSpan.start || (token.negated && !key.negatable)) return []
  // A comma ends a value only where there may be several.
  const items = key.list
    ? token.items
    : [{ text: token.value, quoted: token.items[0]?.quoted === true, span: token.valueSpan }]
  const item = items.find(({ span }) => span.start <= caret && caret <= span.end)
  if (item === undefined) return []
  const others = new Set(items.filter((other) => other !== item).map((other) => other.text.toLowerCase()))
  const typed = typedPart(item, caret)
  return matching(valuesOf(key, context, typed), typed)
    .filter(({ value }) => !others.has(value.toLowerCase()))
    .map(({ value, label, unfinished = false }) => {
      return { insert: quoteFilterValue(value, key.name), label, span: item.span, unfinished }
    })
}

function typedPart(item: FilterItem, caret: number): string {
  return item.text.slice(0, Math.max(0, caret - item.span.start - (item.quoted ? 1 : 0)))
}

function suggestKeyedValues(typed: string, token: FilterToken, context: SuggestContext): readonly FilterSuggestion[] {
  return FILTER_KEYS.filter((key) => key.list && (!token.negated || key.negatable)).flatMap((key) =>
    matching(valuesOf(key, context, typed), typed).map(({ value, label }) => ({
      insert: `${token.negated ? '-' : ''}${key.name}:${quoteFilterValue(value, key.name)}`,
      label,
      span: token.span,
      unfinished: false,
    })),
  )
}

/** Those that begin with the typed text, then those that hold it. */
function matching(known: readonly KnownValue[], typed: string): readonly KnownValue[] {
  const wanted = typed.toLowerCase()
  const begins = known.filter(({ value }) => value.toLowerCase().startsWith(wanted))
  const holds = known.filter((entry) => !begins.includes(entry) && entry.value.toLowerCase().includes(wanted))
  return [...begins, ...holds]
}

/** `typed` is what stands there before the caret. */
function valuesOf(key: FilterKey, { endpoints }: SuggestContext, typed: string): readonly KnownValue[] {
  const w = filterWords().suggestions
  switch (key.name) {
    case 'verdict':
      return VERDICTS.map((value) => ({ value, label: w.verdicts[value] }))
    case 'kind':
      return KINDS.map((value) => ({ value, label: w.kinds[value] }))
    case 'code':
      return CODES.map((value) => ({ value, label: findingText(value).wrong }))
    case 'endpoint':
      return endpoints.map(({ name }) => ({ value: name, label: w.endpoint }))
    case 'method':
      return COMMON_METHODS.map((value) => ({ value, label: w.method }))
    case 'amount':
      return amountValues(typed)
    case 'status':
      return statusValues()
    case 'since':
    case 'until':
      return spanValues(key.name, typed)
    case 'is':
      return STATES.map((value) => ({ value, label: w.pinned }))
    case 'has':
      return POSSESSIONS.map((value) => ({ value, label: w.note }))
    case 'colour':
      return COLOURS.map((value) => ({ value, label: w.colour }))
    case 'note':
    case 'user':
    case 'text':
      return []
    default:
      return key.name satisfies never
  }
}
