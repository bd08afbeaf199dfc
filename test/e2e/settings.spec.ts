import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { goTo, sendPostback } from './support/screen.ts'

test('the theme follows the choice, and is the same at the next start', async ({ face }) => {
  const first = await face.start()
  await goTo(first.page, 'Settings')
  await first.page.getByText('Dark', { exact: true }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await first.close()
  const second = await face.start()
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a window of 900 px shows 30 postbacks, and fewer with higher rows, from the same row on', async ({ running }) => {
  const { page } = running
  await page.setViewportSize({ width: 1440, height: 900 })
  for (let n = 0; n < 80; n++) await sendPostback(running, `/hitpoint?user_id=u_${String(n)}&reward_amount=5`)
  const grid = page.getByRole('grid', { name: 'Postbacks' })
  /** The rows that are seen whole, beside the one with the columns' names. */
  const seen = (): Promise<string[]> =>
    grid.evaluate((list) => {
      const box = list.getBoundingClientRect()
      return [...list.querySelectorAll('[data-id]')]
        .filter((row) => {
          const { top, bottom, height } = row.getBoundingClientRect()
          return top >= box.top + height - 1 && bottom <= box.top + list.clientHeight + 1
        })
        .map((row) => row.textContent)
    })
  await expect.poll(async () => (await seen()).length).toBeGreaterThanOrEqual(30)
  await grid.focus()
  for (let n = 0; n < 45; n++) await page.keyboard.press('ArrowDown')
  const [first = ''] = await seen()
  const many = (await seen()).length
  await page.keyboard.press('v')
  await page.keyboard.press('d')
  await expect.poll(async () => (await seen()).length).toBeLessThan(many)
  expect((await seen())[0]).toBe(first)
})

test('a port that is taken is refused beside its field, and the receiver goes on', async ({ face, running }) => {
  const { page } = running
  const taken = new URL(face.tunnelServer.url).port
  await goTo(page, 'Settings')
  const port = page.getByRole('textbox', { name: 'Port' })
  await page.getByRole('combobox', { name: 'When the port is taken' }).selectOption('Stop and say so')
  await port.fill(taken)
  await port.press('Enter')
  await expect(page.getByText(new RegExp(`${taken}.*(taken|in use)`)).first()).toBeVisible()
  expect((await fetch(`${running.receiverUrl}/hitpoint?user_id=u_1&reward_amount=5`)).status).toBe(200)
  await port.fill('70000')
  await port.press('Enter')
  await expect(page.getByText(/0 to 65535/).first()).toBeVisible()
})

test('every view can be reached by key and by the palette', async ({ running }) => {
  const { page } = running
  await page.getByRole('button', { name: 'Commands' }).click()
  await page.keyboard.type('Tunnel')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('the log lies where the settings say, and holds what arrives only for who asks', async ({ face, running }) => {
  const { page } = running
  const { dataFolder } = face
  const log = (): string => readFileSync(join(dataFolder, 'logs/inspector.log'), 'utf8')
  await goTo(page, 'Settings')
  const section = page.getByRole('region', { name: 'Log' })
  await expect(section).toContainText(join(dataFolder, 'logs'))
  await sendPostback(running, '/hitpoint?user_id=before&reward_amount=5')
  await section.getByRole('checkbox', { name: 'Write what arrives' }).check()
  await expect.poll(log).toContain('The settings were saved.')
  await sendPostback(running, '/hitpoint?user_id=after&reward_amount=5')
  await expect.poll(log).toContain('GET /hitpoint?user_id=after&reward_amount=5')
  expect(log()).not.toContain('before')
})
