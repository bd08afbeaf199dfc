/** A stretch of one side: `differs` where the other side has something else there. */
export interface DifferencePart {
  readonly text: string
  readonly differs: boolean
}

/**
 * Two texts with what differs marked: the same beginning and the same end are plain, all between is marked. Cuts no
 * character in two.
 */
export function markDifference(
  left: string,
  right: string,
): { readonly left: readonly DifferencePart[]; readonly right: readonly DifferencePart[] } {
  const most = Math.min(left.length, right.length)
  let start = 0
  while (start < most && left[start] === right[start]) start += 1
  if (isHighSurrogate(left, start - 1)) start -= 1
  let end = 0
  while (end < most - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  if (end > 0 && isLowSurrogate(left, left.length - end)) end -= 1
  return { left: parts(left, start, end), right: parts(right, start, end) }
}

function parts(text: string, start: number, end: number): readonly DifferencePart[] {
  const until = text.length - end
  return [
    { text: text.slice(0, start), differs: false },
    { text: text.slice(start, until), differs: true },
    { text: text.slice(until), differs: false },
  ].filter((part) => part.text !== '')
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

/** Where an item of one list stands in the other: a pair, or one side alone. Indexes into the two lists. */
export interface Aligned {
  readonly left: number | null
  readonly right: number | null
}

/**
 * Aligns two lists by their longest common subsequence: what is common stands in pairs, and around it what was taken
 * away stands before what was put in. Lists that would take too long are compared at their common ends alone.
 */
export function alignLists(
  left: readonly string[],
  right: readonly string[],
  mostCells = 4_000_000,
): readonly Aligned[] {
  let start = 0
  const most = Math.min(left.length, right.length)
  while (start < most && left[start] === right[start]) start += 1
  let end = 0
  while (end < most - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1

  const rows: Aligned[] = []
  for (let at = 0; at < start; at += 1) rows.push({ left: at, right: at })
  const height = left.length - end - start
  const width = right.length - end - start
  if (height * width <= mostCells) rows.push(...alignMiddle(left, right, start, height, width))
  else {
    for (let at = 0; at < height; at += 1) rows.push({ left: start + at, right: null })
    for (let at = 0; at < width; at += 1) rows.push({ left: null, right: start + at })
  }
  for (let at = end; at > 0; at -= 1) rows.push({ left: left.length - at, right: right.length - at })
  return rows
}

function alignMiddle(
  left: readonly string[],
  right: readonly string[],
  start: number,
  height: number,
  width: number,
): readonly Aligned[] {
  // lengths[i][j]: the longest common subsequence of what follows i and j.
  const stride = width + 1
  const lengths = new Uint32Array((height + 1) * stride)
  for (let i = height - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      lengths[i * stride + j] =
        left[start + i] === right[start + j]
          ? (lengths[(i + 1) * stride + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * stride + j] ?? 0, lengths[i * stride + j + 1] ?? 0)
    }
  }
  const rows: Aligned[] = []
  let i = 0
  let j = 0
  while (i < height || j < width) {
    if (i < height && j < width && left[start + i] === right[start + j]) {
      rows.push({ left: start + i, right: start + j })
      i += 1
      j += 1
    } else if (
      j >= width ||
      (i < height && (lengths[(i + 1) * stride + j] ?? 0) >= (lengths[i * stride + j + 1] ?? 0))
    ) {
      rows.push({ left: start + i, right: null })
      i += 1
    } else {
      rows.push({ left: null, right: start + j })
      j += 1
    }
  }
  return rows
}
