import { alignLists } from './difference.ts'

/** What became of a named thing (a parameter, a header) from one request to the other. */
export type Change = 'same' | 'changed' | 'added' | 'removed' | 'moved'

/** One side of a row: name and value as received, the value decoded where that means something, its place from 1. */
export interface NamedSide {
  readonly name: string
  readonly value: string | null
  readonly decoded: string | null
  readonly place: number
}

/**
 * One named thing on both sides. `moved`: the same bytes in another order. `onlyEncoding`: the bytes differ, what
 * they mean does not.
 */
export interface NamedRow {
  readonly change: Change
  readonly onlyEncoding: boolean
  readonly left: NamedSide | null
  readonly right: NamedSide | null
}

/** A named thing as it is paired: by its key, and the first with the first, the second with the second … */
export interface Named extends Omit<NamedSide, 'place'> {
  readonly key: string
}

/** Pairs two lists of named things; rows stand in the left one's order, what was added after what it followed. */
export function compareNamed(left: readonly Named[], right: readonly Named[]): readonly NamedRow[] {
  const leftKeys = numbered(left)
  const rightKeys = numbered(right)
  const rightAt = new Map(rightKeys.map((key, index) => [key, index]))
  const inLeft = new Set(leftKeys)
  // What keeps its order among the common ones has not moved, whatever came in between.
  const stays = new Set<string>()
  const common = (keys: readonly string[], others: { has(key: string): boolean }) =>
    keys.filter((key) => others.has(key))
  const commonLeft = common(leftKeys, rightAt)
  for (const pair of alignLists(commonLeft, common(rightKeys, inLeft))) {
    const key = pair.left === null || pair.right === null ? undefined : commonLeft[pair.left]
    if (key !== undefined) stays.add(key)
  }

  const rows = leftKeys.map((key, index): NamedRow & { readonly rightIndex: number | null } => {
    const rightIndex = rightAt.get(key) ?? null
    const one = sideAt(left, index)
    const other = rightIndex === null ? null : sideAt(right, rightIndex)
    return { ...rowOf(one, other, stays.has(key)), rightIndex }
  })
  for (const [index, key] of rightKeys.entries()) {
    if (inLeft.has(key)) continue
    const row = { ...rowOf(null, sideAt(right, index), true), rightIndex: index }
    rows.splice(rows.findIndex((before) => before.rightIndex === index - 1) + 1, 0, row)
  }
  return rows.map(({ rightIndex: _rightIndex, ...row }) => row)
}

/** Keys with how often they occurred before, so that repeats are paired in order. */
function numbered(list: readonly Named[]): readonly string[] {
  const seen = new Map<string, number>()
  return list.map(({ key }) => {
    const nth = seen.get(key) ?? 0
    seen.set(key, nth + 1)
    return `${String(nth)} ${key}`
  })
}

function sideAt(list: readonly Named[], index: number): NamedSide | null {
  const found = list[index]
  return found ? { name: found.name, value: found.value, decoded: found.decoded, place: index + 1 } : null
}

function rowOf(left: NamedSide | null, right: NamedSide | null, stays: boolean): NamedRow {
  if (left === null || right === null) {
    return { change: left === null ? 'added' : 'removed', onlyEncoding: false, left, right }
  }
  const same = left.name === right.name && left.value === right.value
  const onlyEncoding = !same && left.decoded !== null && left.decoded === right.decoded
  return { change: !same ? 'changed' : stays ? 'same' : 'moved', onlyEncoding, left, right }
}
