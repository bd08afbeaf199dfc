import { describe, expect, it } from 'vitest'
import { besideOthers, placeOn } from '../../../electron/main/window-place.ts'

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 }
const BESIDE = { x: 1440, y: 0, width: 2560, height: 1440 }

describe('a window that is opened again', () => {
  it('stands where it stood', () => {
    const bounds = { x: 1500, y: 100, width: 1200, height: 900 }
    expect(placeOn([LAPTOP, BESIDE], bounds)).toEqual(bounds)
  })

  it('stands nowhere in particular where its display has vanished', () => {
    expect(placeOn([LAPTOP], { x: 1500, y: 100, width: 1200, height: 900 })).toBeNull()
    expect(placeOn([LAPTOP], { x: 1400, y: 100, width: 1200, height: 900 })).toBeNull()
    expect(placeOn([], { x: 0, y: 0, width: 1200, height: 900 })).toBeNull()
  })

  it('is no larger than the display that is left, and its upper edge can be taken hold of', () => {
    expect(placeOn([LAPTOP], { x: -40, y: -60, width: 2500, height: 1400 })).toEqual({
      x: -40,
      y: 25,
      width: 1440,
      height: 875,
    })
    expect(placeOn([LAPTOP], { x: 10, y: 795, width: 600, height: 500 })?.y).toBe(795)
  })

  it('does not cover another one that stands in the very same place', () => {
    const bounds = { x: 10, y: 20, width: 600, height: 500 }
    expect(besideOthers([], bounds)).toEqual(bounds)
    expect(
      besideOthers(
        [
          { x: 10, y: 20 },
          { x: 38, y: 48 },
        ],
        bounds,
      ),
    ).toEqual({ ...bounds, x: 66, y: 76 })
  })
})
