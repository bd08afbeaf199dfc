/** Rows of the table below, used again for each call: two rows back, one row back, the one that is being filled. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const
/** What no cell within the limit comes to. */
const FAR = 0x7fff

/**
 * How many single-character edits (insert, delete, replace, swap of neighbours) lead from one text to the other;
 * `limit + 1` where it takes more than `limit`. Texts have some thousand characters at most, the limit is small: only the
 * cells that are as near to the diagonal are filled.
 */
export function editDistance(from: string, to: string, limit: number): number {
  const { length } = to
  if (Math.abs(from.length - length) > limit) return limit + 1
  if (rows[0].length <= length)
    rows = [new Uint16Array(length + 1), new Uint16Array(length + 1), new Uint16Array(length + 1)]
  let [beforeLast, last, current] = rows
  for (let column = 0; column <= length; column += 1) last[column] = column
  for (let row = 1; row <= from.length; row += 1) {
    const first = Math.max(1, row - limit)
    const end = Math.min(length, row + limit)
    const code = from.charCodeAt(row - 1)
    let least = (current[first - 1] = first === 1 ? row : FAR)
    for (let column = first; column <= end; column += 1) {
      const other = to.charCodeAt(column - 1)
      const aside = Math.min(last[column] ?? FAR, current[column - 1] ?? FAR) + 1
      let best = Math.min(aside, (last[column - 1] ?? FAR) + (code === other ? 0 : 1))
      if (row > 1 && column > 1 && code === to.charCodeAt(column - 2) && from.charCodeAt(row - 2) === other) {
        best = Math.min(best, (beforeLast[column - 2] ?? FAR) + 1)
      }
      current[column] = best
      if (best < least) least = best
    }
    if (least > limit) return limit + 1
    if (end < length) current[end + 1] = FAR
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return Math.min(last[length] ?? FAR, limit + 1)
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
