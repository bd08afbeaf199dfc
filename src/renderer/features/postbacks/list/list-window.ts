/** Chromium clamps elements at about 33 million px; beyond this height the scrollbar is scaled instead. */
export const TALLEST_BODY = 15_000_000

/**
 * Every row has the same height, so that a row's place follows from its index alone. `rowHeight` and `viewport` (the
 * height in which rows can be seen) in px; `rowCount` counts all rows, loaded or not.
 */
export interface ListSize {
  readonly rowCount: number
  readonly rowHeight: number
  readonly viewport: number
}

/** Rows `[start, end)`. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/** The height that all rows would have. */
function fullHeight(size: ListSize): number {
  return size.rowCount * size.rowHeight
}

/** The height of the scrolled element in px. */
export function bodyHeight(size: ListSize): number {
  return Math.min(fullHeight(size), TALLEST_BODY)
}

/** True where one scrollbar position stands for more than one offset. */
export function isScaled(size: ListSize): boolean {
  return fullHeight(size) > TALLEST_BODY
}

/** Keeps an offset (px from the first row's top) within the list. */
export function clampOffset(offset: number, size: ListSize): number {
  return Math.min(Math.max(0, offset), Math.max(0, fullHeight(size) - size.viewport))
}

/** Where in the list a scrollbar position stands. */
export function offsetFromScrollTop(scrollTop: number, size: ListSize): number {
  const reach = bodyHeight(size) - size.viewport
  if (reach <= 0) return 0
  return clampOffset((scrollTop * (fullHeight(size) - size.viewport)) / reach, size)
}

/** The scrollbar position for a place in the list. */
export function scrollTopFromOffset(offset: number, size: ListSize): number {
  const reach = fullHeight(size) - size.viewport
  if (reach <= 0) return 0
  return (clampOffset(offset, size) * (bodyHeight(size) - size.viewport)) / reach
}

/**
 * The rows to draw at an offset, with some to spare on both sides. They move in steps, so that scrolling by a few px asks
 * for the same range again. At the very top, where all of them change with what arrives, only a step is to spare.
 */
export function rangeAt(offset: number, size: ListSize, spare = 12, step = 4): RowRange {
  const place = clampOffset(offset, size)
  const first = Math.floor((Math.floor(place / size.rowHeight) - spare) / step) * step
  const visible = Math.ceil(size.viewport / size.rowHeight) + 1
  const end = place === 0 ? visible + step : first + visible + 2 * spare + step
  return { start: Math.max(0, first), end: Math.min(size.rowCount, end) }
}

/** The nearest offset at which a row is seen whole. */
export function offsetToShow(index: number, offset: number, size: ListSize): number {
  const top = index * size.rowHeight
  const bottom = top + size.rowHeight
  if (top < offset) return clampOffset(top, size)
  return bottom > offset + size.viewport ? clampOffset(bottom - size.viewport, size) : offset
}

/** How many rows Page Up and Page Down move by: one less than are seen, so that one stays for orientation. */
export function rowsAPage(size: ListSize): number {
  return Math.max(1, Math.floor(size.viewport / size.rowHeight) - 1)
}
