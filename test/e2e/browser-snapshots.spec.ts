import { expect, test } from './fixtures.ts'
import { type Box, boxesApart, boxesOf } from './support/views/boxes.ts'
import { keptFile, RENEWS } from './support/views/kept.ts'
import { renderingOf } from './support/views/rendering.ts'
import { forEachView, VIEWS } from './support/views/views.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 900, height: 600 },
] as const

// Fonts and their smoothing differ from machine to machine: pictures are compared to the pixel where a sample is drawn as
// it was when they were taken; where each part of a view stands is compared everywhere.
test('every view looks as it is kept, in both themes and three sizes', async ({ face }, info) => {
  test.setTimeout(600_000)
  const rendering = keptFile<string>('rendering.json')
  const boxes = keptFile<readonly Box[]>('boxes.json')
  let sameFonts: boolean | null = null
  const pictured = VIEWS.filter(({ pictured: wanted }) => wanted)
  await forEachView(face, info.project.name, pictured, async ({ name }, page) => {
    if (sameFonts === null) {
      const here = await renderingOf(page)
      if (RENEWS) rendering.keep('sample', here)
      sameFonts = here === rendering.of('sample')
      if (!sameFonts) {
        console.log('Pictures are not compared to the pixel: this machine draws text otherwise. Boxes are compared.')
      }
    }
    for (const size of SIZES) {
      await page.setViewportSize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        // Softly: one run names everything that looks otherwise.
        if (sameFonts) {
          await expect
            .soft(page)
            .toHaveScreenshot(`${name}-${String(size.width)}-${colorScheme}.png`, { maxDiffPixelRatio: 0.001 })
        }
      }
      const key = `${name} ${String(size.width)}x${String(size.height)}`
      const now = await boxesOf(page)
      if (RENEWS) boxes.keep(key, now)
      const apart = boxesApart(now, boxes.of(key) ?? [], sameFonts)
      expect.soft(apart, `${key}: run “npm run snapshots” if this is meant`).toEqual([])
    }
    await page.setViewportSize(SIZES[0])
  })
})
