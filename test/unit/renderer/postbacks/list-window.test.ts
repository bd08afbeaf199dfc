import { describe, expect, it } from 'vitest'
import {
  bodyHeight,
  type ListSize,
  offsetFromScrollTop,
  offsetToShow,
  rangeAt,
  rowsAPage,
  scrollTopFromOffset,
  TALLEST_BODY,
} from '../../../../src/renderer/features/postbacks/list/list-window.ts'

const size = (rowCount: number): ListSize => ({ rowCount, rowHeight: 28, viewport: 700 })

describe('the window over a list', () => {
  it('draws the rows in sight and some to spare, never beyond the list', () => {
    expect(rangeAt(0, size(1000))).toEqual({ start: 0, end: 30 })
    expect(rangeAt(1, size(1000))).toEqual({ start: 0, end: 42 })
    const middle = rangeAt(28 * 500, size(1000))
    expect(middle.start).toBeLessThanOrEqual(488)
    expect(middle.end).toBeGreaterThanOrEqual(525 + 12)
    expect(rangeAt(28 * 1000, size(1000)).end).toBe(1000)
    expect(rangeAt(0, size(3))).toEqual({ start: 0, end: 3 })
    expect(rangeAt(0, size(0))).toEqual({ start: 0, end: 0 })
  })

  it('asks for the same rows while scrolling by a few px', () => {
    expect(rangeAt(28 * 500 + 3, size(1000))).toEqual(rangeAt(28 * 500 + 40, size(1000)))
  })

  it('takes a scrollbar position for the offset while the list fits the browser', () => {
    expect(offsetFromScrollTop(1234, size(100_000))).toBe(1234)
    expect(scrollTopFromOffset(1234, size(100_000))).toBe(1234)
  })

  it('scales a list that is too tall for the browser, and still reaches its last row', () => {
    const million = size(1_000_000)
    expect(bodyHeight(million)).toBe(TALLEST_BODY)
    const bottom = offsetFromScrollTop(TALLEST_BODY - 700, million)
    expect(bottom).toBe(28_000_000 - 700)
    expect(rangeAt(bottom, million).end).toBe(1_000_000)
    expect(scrollTopFromOffset(bottom, million)).toBe(TALLEST_BODY - 700)
    expect(offsetFromScrollTop(scrollTopFromOffset(7_777_777, million), million)).toBeCloseTo(7_777_777, 3)
  })

  it('moves only as far as it must to show a row', () => {
    expect(offsetToShow(10, 0, size(1000))).toBe(0)
    expect(offsetToShow(30, 0, size(1000))).toBe(31 * 28 - 700)
    expect(offsetToShow(5, 1000, size(1000))).toBe(140)
    expect(offsetToShow(0, 0, size(2))).toBe(0)
  })

  it('turns a page by one row less than are seen', () => {
    expect(rowsAPage(size(1000))).toBe(24)
    expect(rowsAPage({ ...size(1000), viewport: 10 })).toBe(1)
  })
})
