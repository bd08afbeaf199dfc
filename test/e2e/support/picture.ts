import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Running } from '../fixtures.ts'

/** Where to put pictures for looking at; none are taken where it is not set. */
const PICTURES = process.env['ADJUMP_INSPECTOR_PICTURES']
const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 600 },
] as const

/** Takes what is shown now in both themes, in a usual and in a small window. */
export async function picture({ page, desktop }: Running, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  const face = desktop === null ? 'browser' : 'desktop'
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(PICTURES, `${name}-${face}-${String(size.width)}-${colorScheme}.png`) })
    }
  }
  await page.setViewportSize(SIZES[0])
}
