import type { Span } from './postback.ts'

/** Where two texts differ: half-open ranges of UTF-16 offsets. An empty range is a place where the other has more. */
export interface AlignedMarks {
  readonly expected: readonly Span[]
  readonly arrived: readonly Span[]
}

/** What is compared at once: a user's signs, so that a surrogate pair is never cut in two. */
type Characters = readonly string[]

/** More cells than this are not worth their time: the whole middle is marked then. */
const MOST_CELLS = 90_000
/** With less in common than this share the letters that agree do so by chance. */
const LEAST_IN_COMMON = 0.4

/**
 * Marks what differs between two texts, and as little as possible: an inserted character marks itself on one side and
 * a place on the other. Equal texts have no marks. Time and memory are bounded, whatever is compared.
 */
export function alignTexts(expected: string, arrived: string): AlignedMarks {
  if (expected === arrived) return { expected: [], arrived: [] }
  const left = Array.from(expected)
  const right = Array.from(arrived)
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const middleLeft = left.slice(start, left.length - end)
  const middleRight = right.slice(start, right.length - end)
  const needed = LEAST_IN_COMMON * Math.max(left.length, right.length) - start - end
  const kept = commonCharacters(middleLeft, middleRight, needed)
  return marksBetween(left.slice(0, start).join('').length, middleLeft, middleRight, kept)
}

/** Pairs of places that stay as they are: a longest common subsequence, or none where it is shorter than `needed`. */
function commonCharacters(left: Characters, right: Characters, needed: number): readonly (readonly [number, number])[] {
  if (left.length === 0 || right.length === 0 || left.length * right.length > MOST_CELLS) return []
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  if (at(0, 0) < needed) return []
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

function marksBetween(
  offset: number,
  left: Characters,
  right: Characters,
  kept: readonly (readonly [number, number])[],
): AlignedMarks {
  const expected: Span[] = []
  const arrived: Span[] = []
  let [row, column, leftAt, rightAt] = [0, 0, offset, offset]
  for (const [nextRow, nextColumn] of [...kept, [left.length, right.length] as const]) {
    const leftEnd = leftAt + left.slice(row, nextRow).join('').length
    const rightEnd = rightAt + right.slice(column, nextColumn).join('').length
    if (leftEnd > leftAt || rightEnd > rightAt) {
      expected.push({ start: leftAt, end: leftEnd })
      arrived.push({ start: rightAt, end: rightEnd })
    }
    const width = left[nextRow]?.length ?? 0
    ;[row, column, leftAt, rightAt] = [nextRow + 1, nextColumn + 1, leftEnd + width, rightEnd + width]
  }
  return { expected, arrived }
}
