/** A value in a JSON text, as it is written: numbers are never converted. */
export interface JsonLeaf {
  /** `data.items.0.balance`; empty for a bare value. */
  readonly path: string
  /** The last part of the path, the list positions left out. */
  readonly name: string
  readonly kind: 'string' | 'number' | 'word'
  readonly text: string
}

const MOST_LEAVES = 1000
const DEEPEST = 32
const SPACE = /\s*/y
const STRING = /"(?:[^"\\]|\\.)*"/sy
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** All values of a JSON text with their paths, in order; null where it is no JSON. Bounded in number and depth. */
export function readJsonLeaves(text: string): readonly JsonLeaf[] | null {
  const leaves: JsonLeaf[] = []
  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const skipTo = (character: string): boolean => {
    take(SPACE)
    if (text.charAt(at) !== character) return false
    at += 1
    return true
  }

  function value(path: readonly string[]): boolean {
    take(SPACE)
    if (path.length > DEEPEST || leaves.length >= MOST_LEAVES) return false
    if (skipTo('{')) return members(path)
    if (skipTo('[')) return items(path)
    return leaf(path)
  }

  function members(path: readonly string[]): boolean {
    if (skipTo('}')) return true
    do {
      take(SPACE)
      const name = take(STRING)
      if (name === null || !skipTo(':') || !value([...path, unescape(name)])) return false
    } while (skipTo(','))
    return skipTo('}')
  }

  function items(path: readonly string[]): boolean {
    if (skipTo(']')) return true
    let index = 0
    do {
      if (!value([...path, String(index)])) return false
      index += 1
    } while (skipTo(','))
    return skipTo(']')
  }

  function leaf(path: readonly string[]): boolean {
    const add = (kind: JsonLeaf['kind'], found: string): true => {
      const name = path.findLast((part) => !/^\d+$/.test(part)) ?? ''
      leaves.push({ path: path.join('.'), name, kind, text: found })
      return true
    }
    const string = take(STRING)
    if (string !== null) return add('string', unescape(string))
    const number = take(NUMBER)
    if (number !== null) return add('number', number)
    const word = take(WORD)
    return word === null ? false : add('word', word)
  }

  if (!value([])) return null
  take(SPACE)
  return at === text.length ? leaves : null
}

function unescape(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal)
    return typeof value === 'string' ? value : literal
  } catch {
    return literal.slice(1, -1)
  }
}
