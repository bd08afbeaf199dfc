/**
 * How many single-character edits (insert, delete, replace, swap of neighbours) lead from one text to the other;
 * `limit + 1` where it takes more than `limit`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1))
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && swapped) best = Math.min(best, at(beforeLast, column - 2) + 1)
      current.push(best)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(at(last, to.length), limit + 1)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}

/** A typed word this long is no slip of any known one. */
const LONGEST_WORD = 60

/**
 * Which of the known words a wrong one was probably meant to be, ignoring case: one that it begins, else one that
 * is two edits away at most (one for short words), else one that holds it. Null where none comes to mind.
 */
export function nearestWord(wrong: string, known: readonly string[]): string | null {
  const word = wrong.toLowerCase()
  if (word === '' || word.length > LONGEST_WORD) return null
  const startsWith = known.find((candidate) => candidate.toLowerCase().startsWith(word))
  if (startsWith !== undefined) return startsWith
  const limit = word.length <= 3 ? 1 : 2
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of known) {
    const distance = editDistance(word, candidate.toLowerCase(), limit)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  if (best !== null || word.length < 3) return best
  return known.find((candidate) => candidate.toLowerCase().includes(word)) ?? null
}
