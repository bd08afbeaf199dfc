import { filterKey } from './filter-keys.ts'
import { type FilterItem, type FilterToken, quoteFilterValue, readFilterTokens } from './filter-tokens.ts'

/**
 * Whether the box's text holds this value of this key. A key with a leading `-` asks for the negated token; null
 * for free text. Names are compared as the filter reads them: keys and lists ignore case, users and texts do not.
 */
export function hasFilterToken(text: string, key: string | null, value: string): boolean {
  return findItem(text, key, value) !== null
}

/**
 * Adds the value where it is not there, takes it out where it is, and leaves the rest as it was typed. Values of a
 * list key join the list; a key that holds one value only gets the new one in place of the old.
 */
export function toggleFilterToken(text: string, key: string | null, value: string): string {
  const found = findItem(text, key, value)
  return found ? withoutItem(text, found.token, found.item) : withItem(text, key, value)
}

/** The filter for exactly this user. In quotes: an id may begin or end like a pattern, or be nothing at all. */
export function exactUserFilter(userId: string): string {
  return `user:"${userId.replace(/[\\"]/g, '\\$&')}"`
}

function findItem(
  text: string,
  key: string | null,
  value: string,
): { token: FilterToken; item: FilterItem | null } | null {
  for (const token of readFilterTokens(text)) {
    if (!isFor(token, key)) continue
    if (filterKey(token.key)?.list !== true) {
      const literal = quotedWildcard(token) === quotedWildcard({ value, items: [{ quoted: true }] })
      if (token.value === value && literal) return { token, item: null }
      continue
    }
    const item = token.items.find((candidate) => candidate.text.toLowerCase() === value.toLowerCase())
    if (item) return { token, item }
  }
  return null
}

/** `user:"a*"` asks for a star, `user:a*` for a beginning: the same text, but not the same value. */
function quotedWildcard(token: {
  readonly value: string
  readonly items: readonly { readonly quoted: boolean }[]
}): boolean {
  return !/^[~*]|\*$/.test(token.value) || token.items[0]?.quoted === true
}

function isFor(token: FilterToken, key: string | null): boolean {
  const { negated, name } = splitKey(key)
  if (token.negated !== negated) return false
  const tokenKey = filterKey(token.key)?.name ?? token.key
  return tokenKey === name || (tokenKey === 'text' && name === null) || (tokenKey === null && name === 'text')
}

function splitKey(key: string | null): { readonly negated: boolean; readonly name: string | null } {
  const negated = key?.startsWith('-') === true
  const written = negated ? (key?.slice(1) ?? '') : key
  const name = written === '' ? null : written
  return { negated, name: filterKey(name)?.name ?? name }
}

function withItem(typed: string, key: string | null, value: string): string {
  const { negated, name } = splitKey(key)
  const entry = filterKey(name)
  const quoted = quoteFilterValue(value, name)
  const token = `${negated ? '-' : ''}${name === null ? '' : `${name}:`}${quoted}`
  const text = closeQuote(typed)
  const present = readFilterTokens(text).find((candidate) => name !== null && isFor(candidate, key))
  if (present && entry?.list) {
    const head = text.slice(0, present.span.end)
    const comma = present.items.at(-1)?.text === '' && !present.items.at(-1)?.quoted ? '' : ','
    return head + comma + quoted + text.slice(present.span.end)
  }
  if (present && entry?.single) return text.slice(0, present.span.start) + token + text.slice(present.span.end)
  const before = text.trimEnd()
  return before === '' ? token : `${before} ${token}`
}

/** A quote left open would swallow what is added behind it; a backslash at the very end would keep it open. */
function closeQuote(text: string): string {
  const isClosed = (candidate: string): boolean => readFilterTokens(`${candidate} x`).at(-1)?.raw === 'x'
  if (isClosed(text)) return text
  const trimmed = text.trimEnd()
  return isClosed(`${trimmed}"`) ? `${trimmed}"` : `${trimmed}\\"`
}

function withoutItem(text: string, token: FilterToken, item: FilterItem | null): string {
  const left = token.items.filter((other) => other !== item)
  if (item !== null && left.some((other) => other.text !== '')) {
    const head = text.slice(0, token.valueSpan.start)
    const kept = left.map((other) => text.slice(other.span.start, other.span.end)).join(',')
    return head + kept + text.slice(token.span.end)
  }
  const before = text.slice(0, token.span.start).trimEnd()
  const after = text.slice(token.span.end).trimStart()
  return before === '' || after === '' ? before + after : `${before} ${after}`
}
