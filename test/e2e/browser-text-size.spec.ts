import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { illegible } from './support/views/legible.ts'
import { forEachView, VIEWS } from './support/views/views.ts'

const USUAL = { width: 1440, height: 900 }
/** A window of 1280 by 1024 at a zoom of 200 %, in CSS pixels. */
const ZOOMED = { width: 640, height: 512 }
/** Sizes of the browser's own text, in px. */
const TEXT = { usual: { standard: 16, fixed: 13 }, large: { standard: 32, fixed: 26 } } as const

async function setText(page: Page, size: keyof typeof TEXT): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: TEXT[size] })
  await session.detach()
  // As after a change in the browser's settings.
  await page.evaluate(() => window.dispatchEvent(new Event('resize')))
}

test('with text at 200 %, and at a zoom of 200 %, nothing is cut off or covered, and all can be reached', async ({
  face,
}, info) => {
  test.setTimeout(600_000)
  await forEachView(face, info.project.name, VIEWS, async ({ name }, page) => {
    await setText(page, 'large')
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('26px')
    expect.soft(await illegible(page), `${name}, text at 200 %`).toEqual([])
    await setText(page, 'usual')
    await page.setViewportSize(ZOOMED)
    expect.soft(await illegible(page), `${name}, zoomed to 200 %`).toEqual([])
    await page.setViewportSize(USUAL)
  })
})
