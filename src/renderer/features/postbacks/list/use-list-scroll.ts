import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
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

/**
 * Scrolling over any number of rows, most of which are not there. In `scroller` stand a sticky header, as high as a
 * row, and the body. `onTop` hears whether the first row is in sight.
 */
export function useListScroll(
  scroller: RefObject<HTMLDivElement | null>,
  rowCount: number,
  rowHeight: number,
  onTop: (atTop: boolean) => void,
): ListScroll {
  const [viewport, setViewport] = useState(0)
  /** What is drawn; `place` runs ahead of it while the rows in sight stay the same. */
  const [drawn, setDrawn] = useState({ offset: 0, scrollTop: 0 })
  const place = useRef(drawn)
  const size: ListSize = { rowCount, rowHeight, viewport }

  const settle = (offset: number, scrollTop: number): void => {
    const next = { offset, scrollTop }
    place.current = next
    onTop(offset < rowHeight / 2)
    setDrawn((before) => {
      const [shown, wanted] = [rangeAt(before.offset, size), rangeAt(offset, size)]
      const sameRows = shown.start === wanted.start && shown.end === wanted.end
      return sameRows && !isScaled(size) ? before : next
    })
  }

  const goTo = (wanted: number): void => {
    const element = scroller.current
    if (!element) return
    const offset = clampOffset(wanted, size)
    element.scrollTo({ top: scrollTopFromOffset(offset, size), behavior: 'instant' })
    settle(offset, element.scrollTop)
  }

  const onScroll = (): void => {
    const element = scroller.current
    // The echo of a place that was set from here stands already, and more exactly than the scrollbar can say.
    if (!element || Math.abs(element.scrollTop - place.current.scrollTop) < 0.5) return
    settle(offsetFromScrollTop(element.scrollTop, size), element.scrollTop)
  }

  // Higher or lower rows: the same row stays at the top.
  const heightBefore = useRef(rowHeight)
  const keepPlace = useEffectEvent((before: number) => goTo((place.current.offset * rowHeight) / before))
  useLayoutEffect(() => {
    const before = heightBefore.current
    heightBefore.current = rowHeight
    if (before !== rowHeight) keepPlace(before)
  }, [rowHeight])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = (): void => setViewport(Math.max(0, element.clientHeight - rowHeight))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, rowHeight])

  // A wheel moves a scaled list by px of the list, not by px of its scrollbar.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!isScaled(size) || event.deltaY === 0 || event.ctrlKey) return
    event.preventDefault()
    const unit = [1, rowHeight, viewport][event.deltaMode] ?? 1
    goTo(place.current.offset + event.deltaY * unit)
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const listen = (event: WheelEvent): void => onWheel(event)
    element.addEventListener('wheel', listen, { passive: false })
    return () => element.removeEventListener('wheel', listen)
  }, [scroller])

  const offset = clampOffset(drawn.offset, size)
  const range = rangeAt(offset, size)
  const shift = isScaled(size) ? drawn.scrollTop - offset : 0
  return {
    size,
    range,
    bodyHeight: bodyHeight(size),
    rowsTop: range.start * rowHeight + shift,
    onScroll,
    showRow: (index) => {
      const wanted = offsetToShow(index, place.current.offset, size)
      if (wanted !== place.current.offset) goTo(wanted)
    },
    toTop: () => goTo(0),
    firstSeen: () => Math.ceil(place.current.offset / rowHeight - 0.01),
  }
}
