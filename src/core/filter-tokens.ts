import type { Span } from './postback.ts'

/** One value of a token; a list has several, separated by commas. `span` includes the quotes. */
export interface FilterItem {
  readonly text: string
  readonly quoted: boolean
  readonly span: Span
}

/** One word of the filter box, as it was typed; nothing here is checked yet. */
export interface FilterToken {
  readonly span: Span
  /** The text as it stands, with key and quotes. */
  readonly raw: string
  readonly negated: boolean
  /** Lower-case, without the colon; null for free text. */
  readonly key: string | null
  readonly items: readonly FilterItem[]
  /** All items as one text, for keys that take no list. */
  readonly value: string
  readonly valueSpan: Span
}

const KEY = /[A-Za-z][A-Za-z_]*:/y
const SPACE = /\s/

/**
 * Splits the filter box's text into tokens. A quote opens only where a value begins; within it a backslash stands
 * before `"` and `\`. A quote that is never closed reaches to the end, as while typing.
 */
export function readFilterTokens(text: string): readonly FilterToken[] {
  const tokens: FilterToken[] = []
  let at = 0
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1
      continue
    }
    const token = readToken(text, at)
    tokens.push(token)
    at = token.span.end
  }
  return tokens
}

function readToken(text: string, start: number): FilterToken {
  const next = text.charAt(start + 1)
  const negated = text.charAt(start) === '-' && next !== '' && !SPACE.test(next)
  const keyStart = negated ? start + 1 : start
  KEY.lastIndex = keyStart
  const keyText = KEY.exec(text)?.[0] ?? ''
  const key = keyText === '' ? null : keyText.slice(0, -1).toLowerCase()
  const valueStart = keyStart + keyText.length
  const items = [readItem(text, valueStart, key !== null)]
  let end = items[0]?.span.end ?? valueStart
  while (key !== null && text.charAt(end) === ',') {
    const item = readItem(text, end + 1, true)
    items.push(item)
    end = item.span.end
  }
  return {
    span: { start, end },
    raw: text.slice(start, end),
    negated,
    key,
    items,
    value: items.map((item) => item.text).join(','),
    valueSpan: { start: valueStart, end },
  }
}

function readItem(text: string, start: number, endsAtComma: boolean): FilterItem {
  const pieces: string[] = []
  let at = start
  const quoted = text.charAt(start) === '"'
  if (quoted) {
    at += 1
    while (at < text.length && text.charAt(at) !== '"') {
      const escapes = text.charAt(at) === '\\' && (text.charAt(at + 1) === '"' || text.charAt(at + 1) === '\\')
      if (escapes) at += 1
      pieces.push(text.charAt(at))
      at += 1
    }
    if (at < text.length) at += 1
  }
  const plainStart = at
  while (at < text.length && !SPACE.test(text.charAt(at)) && !(endsAtComma && text.charAt(at) === ',')) at += 1
  pieces.push(text.slice(plainStart, at))
  return { text: pieces.join(''), quoted, span: { start, end: at } }
}

/** A value as it must be typed to be read back exactly. */
export function quoteFilterValue(value: string, key: string | null): string {
  const plain = key === null ? !/^["-]|^[A-Za-z][A-Za-z_]*:/.test(value) : !/^["~*]|,|\*$/.test(value)
  if (value !== '' && plain && !SPACE.test(value)) return value
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}
