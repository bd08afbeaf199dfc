import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'

/** Texts and lines as the screen has them: where these come out the same to the pixel, all else does. */
const SAMPLE = `
  <body style="margin: 8px; font: 13px system-ui, sans-serif; background: #fff; color: #1a1a1f">
    <p>Hamburgefonstiv 0123456789 — “quoted” … · € ñ ü</p>
    <p style="font-weight: 600; font-size: 20px">Hamburgefonstiv 0123456789</p>
    <p style="font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 12px">/hitpoint?user_id={user_id}&amp;a=1</p>
    <p style="border: 1px solid #71717d; border-radius: 6px; width: 120px; font-weight: 500">Rounded</p>
    <svg width="16" height="16" viewBox="0 0 16 16"><path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z"/></svg>
  </body>`

/** How this machine draws: the same only where fonts, their smoothing and the browser's drawing are the same. */
export async function renderingOf(page: Page): Promise<string> {
  const other = await page.context().browser()?.newPage()
  if (other === undefined) throw new Error('A page of the browser face has a browser.')
  try {
    await other.setViewportSize({ width: 480, height: 240 })
    await other.setContent(SAMPLE)
    return createHash('sha256')
      .update(await other.screenshot())
      .digest('hex')
  } finally {
    await other.close()
  }
}
