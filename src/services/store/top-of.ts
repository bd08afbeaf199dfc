/** Up to so many it is cheaper to keep the first ones in order than to sort all. */
const FEW = 2000

/** The first `count` of these, in order. */
export function topOf<T>(items: readonly T[], compare: (a: T, b: T) => number, count: number): T[] {
  if (count > FEW) return [...items].sort(compare).slice(0, count)
  const top: T[] = []
  for (const item of items) {
    const last = top.at(-1)
    if (top.length >= count && (last === undefined || compare(item, last) >= 0)) continue
    let low = 0
    let high = top.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = top[middle]
      if (other !== undefined && compare(other, item) <= 0) low = middle + 1
      else high = middle
    }
    top.splice(low, 0, item)
    if (top.length > count) top.pop()
  }
  return top
}
