import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  bodyHeight,
  clampOffset,
  isScaled,
  type ListSize,
  offsetFromScrollTop,
  offsetToShow,
  type RowRange,
  rangeAt,
  scrollTopFromOffset,
} from './list-window.ts'

export interface ListScroll {
  /** The element that scrolls: a sticky header of `headerHeight`, then the body. */
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly size: ListSize
  readonly range: RowRange
  /** Height of the body, and where in it the first drawn row stands, in px. */
  readonly bodyHeight: number
  readonly rowsTop: number
  readonly onScroll: () => void
  readonly showRow: (index: number) => void
  readonly toTop: () => void
  /** The index of the first row that is seen whole. */
  readonly firstSeen: () => number
}

/** Scrolling over any number of rows, most of which are not there. `onTop` hears whether the first row is in sight. */
export function useListScroll(
  rowCount: number,
  rowHeight: number,
  headerHeight: number,
  onTop: (atTop: boolean) => void,
): ListScroll {
  const scroller = useRef<HTMLDivElement>(null)
  const [viewport, setViewport] = useState(0)
  /** Where the list stands. Ahead of what is drawn while rows in sight stay the same. */
  const place = useRef({ offset: 0, scrollTop: 0 })
  const [drawn, setDrawn] = useState(place.current)
  const size: ListSize = { rowCount, rowHeight, viewport }
  const latest = useRef(size)
  latest.current = size

  const settle = useCallback(
    (offset: number, scrollTop: number) => {
      const now = latest.current
      place.current = { offset, scrollTop }
      onTop(offset < now.rowHeight / 2)
      setDrawn((before) => {
        const sameRows = rangeAt(before.offset, now).start === rangeAt(offset, now).start
        return sameRows && !isScaled(now) ? before : place.current
      })
    },
    [onTop],
  )

  const goTo = useCallback(
    (wanted: number) => {
      const element = scroller.current
      if (!element) return
      const offset = clampOffset(wanted, latest.current)
      element.scrollTop = scrollTopFromOffset(offset, latest.current)
      settle(offset, element.scrollTop)
    },
    [settle],
  )

  const onScroll = useCallback(() => {
    const element = scroller.current
    // The echo of a place that was set from here stands already, and more exactly than the scrollbar can say.
    if (!element || Math.abs(element.scrollTop - place.current.scrollTop) < 0.5) return
    settle(offsetFromScrollTop(element.scrollTop, latest.current), element.scrollTop)
  }, [settle])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = (): void => setViewport(Math.max(0, element.clientHeight - headerHeight))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [headerHeight])

  // A wheel moves a scaled list by px of the list, not by px of its scrollbar.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent): void => {
      if (!isScaled(latest.current) || event.deltaY === 0 || event.ctrlKey) return
      event.preventDefault()
      const unit = [1, latest.current.rowHeight, latest.current.viewport][event.deltaMode] ?? 1
      goTo(place.current.offset + event.deltaY * unit)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [goTo])

  const showRow = useCallback(
    (index: number) => {
      const offset = offsetToShow(index, place.current.offset, latest.current)
      if (offset !== place.current.offset) goTo(offset)
    },
    [goTo],
  )
  const toTop = useCallback(() => goTo(0), [goTo])

  const firstSeen = useCallback(() => Math.ceil(place.current.offset / latest.current.rowHeight - 0.01), [])

  const offset = clampOffset(drawn.offset, size)
  const range = rangeAt(offset, size)
  const shift = isScaled(size) ? drawn.scrollTop - offset : 0
  return {
    scroller,
    size,
    range,
    bodyHeight: bodyHeight(size),
    rowsTop: range.start * rowHeight + shift,
    onScroll,
    showRow,
    toTop,
    firstSeen,
  }
}
