import { describe, expect, it } from 'vitest'
import { createFrames } from '../../../../src/renderer/lib/frames.ts'

/** Frames of 16 ms; drawing takes as long as it is told to. */
function aDisplay() {
  let now = 0
  let requested: (() => void)[] = []
  let afterwards: (() => void)[] = []
  const frames = createFrames({
    now: () => now,
    request: (callback) => requested.push(callback),
    drawn: (callback) => afterwards.push(callback),
  })
  const drawnAt: number[] = []
  return {
    drawnAt,
    draw: (tookMs: number): void =>
      frames(() => {
        drawnAt.push(now)
        now += tookMs
      }),
    frame(): void {
      now = (Math.floor(now / 16) + 1) * 16
      const callbacks = requested
      requested = []
      for (const callback of callbacks) callback()
      for (const callback of afterwards) callback()
      afterwards = []
    },
  }
}

describe('the frames of a list', () => {
  it('are all used while a drawing fits into one', () => {
    const display = aDisplay()
    for (let turn = 0; turn < 3; turn += 1) {
      display.draw(10)
      display.frame()
    }
    expect(display.drawnAt).toEqual([16, 32, 48])
  })

  it('are left to others for half as long as a drawing took that was too long for one', () => {
    const display = aDisplay()
    display.draw(40)
    display.frame()
    display.draw(40)
    for (let turn = 0; turn < 4; turn += 1) display.frame()
    // From 16 to 56 it was drawn; until 76 it rests.
    expect(display.drawnAt).toEqual([16, 80])
  })

  it('are not waited for after one that took very long: a window that was hidden, a machine that slept', () => {
    const display = aDisplay()
    display.draw(10_000)
    display.frame()
    display.draw(1)
    for (let turn = 0; turn < 10; turn += 1) display.frame()
    expect(display.drawnAt).toHaveLength(2)
    expect(display.drawnAt[1]).toBeLessThan(10_016 + 25 + 17)
  })
})
