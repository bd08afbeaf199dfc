import type { Locator, Page } from '@playwright/test'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from './fixtures.ts'
import { clipboard } from './support/clipboard.ts'
import { picture } from './support/picture.ts'
import { goTo } from './support/screen.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const code = (page: Page) => dialog(page).getByRole('img', { name: /^QR code of the/ })
const shownText = (page: Page) => dialog(page).getByRole('status', { name: 'URL in the code' })

/** What a phone reads off the screen: the pixels of a screenshot, decoded. */
async function scanned(page: Page, image: Locator): Promise<string> {
  const png = (await image.screenshot({ animations: 'disabled' })).toString('base64')
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (context === null) throw new Error('There is no canvas to draw on.')
    context.drawImage(bitmap, 0, 0)
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data
    return { width: bitmap.width, height: bitmap.height, data: Array.from(pixels).join(' ') }
  }, png)
  return decodeQR(
    { width, height, data: Uint8Array.from(data.split(' ').map(Number)) },
    { effort: 8, timeLimit: 20_000 },
  )
}

test('the dashboard URL and the public URL as a code that a phone reads, in both themes and in a small window', async ({
  face,
}) => {
  const running = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  const { page } = running
  await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
  await page.getByRole('banner', { name: 'State' }).getByRole('button', { name: 'Copy dashboard URL' }).click()
  await expect.poll(() => clipboard(running)).toContain('{user_id}')
  const copied = await clipboard(running)
  await page
    .getByRole('banner', { name: 'State' })
    .getByRole('button', { name: 'Show the dashboard URL as a QR code' })
    .click()
  await expect(shownText(page)).toHaveText(copied)
  await picture(running, 'qr-dashboard')
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 900, height: 600 },
  ]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await scanned(page, code(page)), `${colorScheme} ${String(viewport.width)}`).toBe(copied)
    }
  }
  await dialog(page).getByRole('button', { name: 'Copy the dashboard URL' }).click()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('u')
  await page.keyboard.press('q')
  await expect(code(page)).toHaveAccessibleName('QR code of the public URL')
  expect(await scanned(page, code(page))).toBe(copied.slice(0, copied.indexOf('/hitpoint')))
})

test('a code that leads to this computer alone says so, and one with a secret path says who will know it', async ({
  running,
}) => {
  const { page } = running
  await page.keyboard.press('q')
  await expect(dialog(page)).toContainText('no phone can reach it')
  await expect(dialog(page)).not.toContainText('secret path')
  await page.keyboard.press('Escape')
  await goTo(page, 'Endpoints')
  await page.getByRole('button', { name: 'Add a secret segment' }).click()
  await expect(page.getByRole('status', { name: 'Whole path' })).toHaveText(/^\/hitpoint\/./)
  await page.getByRole('main').getByRole('button', { name: 'Show the dashboard URL as a QR code' }).click()
  await expect(dialog(page)).toContainText('whoever scans or photographs this code knows it')
  const text = (await shownText(page).textContent()) ?? ''
  expect(await scanned(page, code(page))).toBe(text)
  await picture(running, 'qr-secret')
})

test('a long URL is a denser code that can still be read; one too long for a code says so and can be copied', async ({
  running,
}) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const path = page.getByRole('textbox', { name: 'Path', exact: true })
  await path.fill(`/${'segment/'.repeat(50)}x`)
  await page.getByRole('main').getByRole('button', { name: 'Show the dashboard URL as a QR code' }).click()
  expect(await scanned(page, code(page))).toBe(await shownText(page).textContent())
  await page.setViewportSize({ width: 900, height: 600 })
  expect(await scanned(page, code(page))).toBe(await shownText(page).textContent())
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('textbox', { name: 'Name of the user id' }).fill('名'.repeat(200))
  await page.getByRole('textbox', { name: 'Name of the reward amount' }).fill('額'.repeat(200))
  await page.getByRole('main').getByRole('button', { name: 'Show the dashboard URL as a QR code' }).click()
  await expect(dialog(page)).toContainText('This URL is too long for a QR code, which holds 2,331 bytes')
  await expect(code(page)).toBeHidden()
  await expect(dialog(page).getByRole('button', { name: 'Copy the dashboard URL' })).toBeVisible()
})
