/** A rectangle in the screen's own pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So much of a window must be on a display, in both directions, for it to be found there and moved. */
const SEEN_AT_LEAST = 100
/** Where another window already stands in this very place. */
const STEP = 28

/**
 * Where a window may stand that stood at `wanted`: there, as far as a display still is; no larger than that display, and
 * with its upper edge in sight. Null where none of it would be seen: the display has vanished.
 */
export function placeOn(workAreas: readonly Bounds[], wanted: Bounds): Bounds | null {
  const area = workAreas.find((one) => overlaps(one, wanted))
  if (area === undefined) return null
  const width = Math.min(wanted.width, area.width)
  const height = Math.min(wanted.height, area.height)
  const lowest = area.y + area.height - SEEN_AT_LEAST
  return { x: wanted.x, y: Math.min(Math.max(wanted.y, area.y), lowest), width, height }
}

/** The same place, moved on until no other window stands exactly there. */
export function besideOthers(others: readonly Pick<Bounds, 'x' | 'y'>[], wanted: Bounds): Bounds {
  let { x, y } = wanted
  while (others.some((other) => other.x === x && other.y === y)) {
    x += STEP
    y += STEP
  }
  return { ...wanted, x, y }
}

function overlaps(area: Bounds, bounds: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y)
  return across >= SEEN_AT_LEAST && down >= SEEN_AT_LEAST
}
