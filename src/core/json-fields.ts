/** A string, a number or word, or the beginning of a nested value. */
const STRING = /"(?:[^"\\]|\\.)*"/sy
const SCALAR = /[^\s,{}[\]":]+/y
const SPACE = /[\s]*/y

/**
 * The top-level members of a JSON object as texts: strings unescaped, numbers and words exactly as written, nested
 * values as `{…}` or `[…]`. Numbers are not converted, because amounts are never floating-point numbers here.
 * Reads as far as the text makes sense, at most `most` members; never throws.
 */
export function readJsonFields(text: string, most: number): readonly { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = []
  let at = skip(text, SPACE, 0)
  if (text.charAt(at) !== '{') return fields
  at += 1
  while (fields.length < most) {
    at = skip(text, SPACE, at)
    const name = take(text, STRING, at)
    if (name === null) break
    at = skip(text, SPACE, at + name.length)
    if (text.charAt(at) !== ':') break
    at = skip(text, SPACE, at + 1)
    const nested = text.charAt(at)
    if (nested === '{' || nested === '[') {
      fields.push({ name: unescape(name), value: nested === '{' ? '{…}' : '[…]' })
      at = endOfNested(text, at)
    } else {
      const value = take(text, STRING, at) ?? take(text, SCALAR, at)
      if (value === null) break
      fields.push({ name: unescape(name), value: value.startsWith('"') ? unescape(value) : value })
      at += value.length
    }
    at = skip(text, SPACE, at)
    if (text.charAt(at) !== ',') break
    at += 1
  }
  return fields
}

function take(text: string, pattern: RegExp, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function skip(text: string, pattern: RegExp, at: number): number {
  return at + (take(text, pattern, at)?.length ?? 0)
}

/** Behind the bracket that closes the one at `at`; the text's end where none does. */
function endOfNested(text: string, at: number): number {
  let depth = 0
  let index = at
  while (index < text.length) {
    const character = text.charAt(index)
    if (character === '"') {
      const inner = take(text, STRING, index)
      if (inner === null) return text.length
      index += inner.length
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    index += 1
    if (depth === 0) return index
  }
  return text.length
}

function unescape(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal)
    return typeof value === 'string' ? value : literal
  } catch {
    // A raw line break or a wrong escape: shown as it stood.
    return literal.slice(1, -1)
  }
}
