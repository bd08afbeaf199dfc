/** A place in a run of text pieces: a piece by its index, and an offset into it. */
export interface TextPlace {
  readonly piece: number
  readonly offset: number
}

/** Where a text was found. */
export interface TextMatch {
  readonly start: TextPlace
  readonly end: TextPlace
}

/**
 * Finds a text in pieces that are read as one: what cannot be seen stands in a piece of its own, and so does evidence. Case
 * does not matter; every other character must be the same. Matches do not overlap.
 */
export function findInPieces(pieces: readonly string[], wanted: string): readonly TextMatch[] {
  if (wanted === '') return []
  const whole = folded(pieces.join(''))
  const needle = folded(wanted)
  const starts = startsOf(pieces)
  const found: TextMatch[] = []
  for (let at = whole.indexOf(needle); at !== -1; at = whole.indexOf(needle, at + needle.length)) {
    found.push({ start: placeOf(starts, at, false), end: placeOf(starts, at + needle.length, true) })
  }
  return found
}

/** In lower case, character by character: none may become two, or offsets would no longer fit. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  }).join('')
}

function startsOf(pieces: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const piece of pieces) {
    starts.push(at)
    at += piece.length
  }
  return starts
}

/** The end of a match belongs to the piece that it ends in, not to the one that begins there. */
function placeOf(starts: readonly number[], at: number, isEnd: boolean): TextPlace {
  const piece = Math.max(
    starts.findLastIndex((start) => (isEnd ? start < at : start <= at)),
    0,
  )
  return { piece, offset: at - (starts[piece] ?? 0) }
}

/** The match after, or before, the present one; round and round. `at` is -1 where none is chosen yet. */
export function nextMatch(at: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1
  if (at === -1) return step === 1 ? 0 : count - 1
  return (at + step + count) % count
}
