import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { seedHistory } from '../support/dev-fake/seed.ts'
import { seededRandom } from '../support/dev-fake/traffic.ts'
import { expect, test } from './fixtures.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

const PICTURES = process.env['CLEARING_PICTURES']

/** For whoever wants to look: nothing where no folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  mkdirSync(PICTURES, { recursive: true })
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) })
  }
}

const dialog = (page: Page) => page.getByRole('dialog')
const waiting = (page: Page) => page.getByRole('region', { name: 'About to be removed' })
const removeNow = (page: Page) => waiting(page).getByRole('button', { name: 'Remove now' }).click()

test('the history is cleared but for what is marked, after one question that says what goes', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await openDetail(page, 'u_2')
  await page.keyboard.press('b')
  await expect(gridRow(page, 'u_2')).toContainText('pinned')
  await page.keyboard.press('h')
  await page.keyboard.press('c')
  await expect(dialog(page)).toContainText('2 requests')
  await expect(dialog(page)).toContainText('1 request that you marked stays')
  await picture(page, 'dialog')
  await dialog(page).getByRole('button', { name: 'Remove 2 requests' }).click()
  await removeNow(page)
  await expect(gridRow(page, 'u_1')).toBeHidden()
  await expect(gridRow(page, 'u_3')).toBeHidden()
  await expect(gridRow(page, 'u_2')).toBeVisible()
  await expect(page.getByText('2 requests are removed.').first()).toBeVisible()
  await page.reload()
  await expect(gridRow(page, 'u_2')).toBeVisible()
  await expect(gridRow(page, 'u_1')).toBeHidden()
})

test('what the list shows is cleared alone, and its numbers follow', async ({ running }) => {
  const { page } = running
  for (const amount of ['5', '1,50', '7', '2,50']) {
    await sendPostback(running, `/hitpoint?user_id=u_${amount}&reward_amount=${amount}`)
  }
  const box = page.getByRole('combobox', { name: 'Filter postbacks' })
  await box.fill('verdict:fail')
  await box.press('Escape')
  await expect(gridRow(page, 'u_5')).toBeHidden()
  await page.getByRole('grid', { name: 'Postbacks' }).focus()
  await page.keyboard.press('h')
  await page.keyboard.press('c')
  await expect(dialog(page)).toContainText('Failed postbacks')
  await expect(dialog(page).getByRole('button', { name: 'Remove 2 requests' })).toBeVisible()
  await picture(page, 'dialog-filtered')
  await dialog(page).getByText('The whole history').click()
  await expect(dialog(page).getByRole('button', { name: 'Remove 4 requests' })).toBeVisible()
  await dialog(page).getByText('What the list shows').click()
  await dialog(page).getByRole('button', { name: 'Remove 2 requests' }).click()
  await removeNow(page)
  await expect(gridRow(page, 'u_1,50')).toBeHidden()
  await box.fill('')
  await box.press('Escape')
  await expect(gridRow(page, 'u_5')).toBeVisible()
  await expect(gridRow(page, 'u_7')).toBeVisible()
  await expect(gridRow(page, 'u_2,50')).toBeHidden()
})

test('one request is removed, and what names it says that it is no longer kept', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_1', 'u_9']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  const grid = page.getByRole('grid', { name: 'Postbacks' })
  await expect(grid.getByRole('row').filter({ hasText: 'u_1' })).toHaveCount(2)
  await grid.getByRole('row').filter({ hasText: 'u_1' }).last().click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  await expect(detail.getByRole('heading', { name: 'Postback 1' })).toBeVisible()
  await page.keyboard.press('Delete')
  const row = grid.getByRole('row').filter({ hasText: 'u_1' }).last()
  await expect(row).toContainText('About to be removed')
  await picture(page, 'about-to-be-removed')
  await removeNow(page)
  await expect(detail).toContainText('Postback 1 is no longer kept')
  await picture(page, 'no-longer-kept')
  await expect(grid.getByRole('row').filter({ hasText: 'u_1' })).toHaveCount(1)
})

test('a long removal shows how far it is, and stops', async ({ face }) => {
  await seedHistory(face.dataFolder, { count: 9000, spanMs: 3_600_000, random: seededRandom(3) })
  const { page } = await face.start()
  await expect(page.getByRole('grid', { name: 'Postbacks' }).getByRole('row').nth(3)).toBeVisible()
  await page.keyboard.press('h')
  await page.keyboard.press('c')
  await dialog(page).getByText('The whole history').click()
  await dialog(page).getByRole('button', { name: 'Remove 9,000 requests' }).click()
  await removeNow(page)
  const bar = page.getByRole('region', { name: 'Removing' })
  await expect(bar).toContainText(/Removing [\d,]+ of 9,000/)
  await picture(page, 'bar')
  await bar.getByRole('button', { name: 'Stop' }).click()
  await expect(bar).toBeHidden()
  await expect(page.getByText(/Stopped: [\d,]+ requests are removed/).first()).toBeVisible()
})

test('what is kept is set with its errors beside the fields, and a rule that removes asks first', async ({ face }) => {
  await seedHistory(face.dataFolder, { count: 1500, spanMs: 3_600_000, random: seededRandom(3) })
  const { page } = await face.start()
  await goTo(page, 'Settings')
  const section = page.getByRole('region', { name: 'What is kept' })
  await expect(section).toContainText('Nothing has been removed so far.')
  const requests = section.getByRole('textbox', { name: 'Requests to keep' })
  await requests.fill('10')
  await requests.press('Enter')
  await expect(section).toContainText('Enter a whole number from 1000 to 100000000, or nothing.')
  await picture(page, 'settings-error')
  await requests.fill('1000')
  await requests.press('Enter')
  await expect(dialog(page)).toContainText('500 stored requests are removed')
  await picture(page, 'settings-question')
  await dialog(page).getByRole('button', { name: 'Remove 500 requests' }).click()
  await expect(section).toContainText('500 requests removed by this rule', { timeout: 40_000 })
  await expect(section).toContainText('What is beyond the newest 1,000 requests')
  await section.scrollIntoViewIfNeeded()
  await picture(page, 'settings')
})

test('the menu’s way leads to the same question, and leaves no step to go back to', async ({ running }, info) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await page.setViewportSize({ width: 900, height: 600 })
  if (running.desktop === null) {
    await page.evaluate(() => {
      window.location.hash = '#/settings/clear'
    })
  } else {
    await running.desktop.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File')
      file?.submenu?.items.find(({ label }) => label === 'Clear history…')?.click()
    })
  }
  await expect(dialog(page)).toContainText('1 request')
  await picture(page, `menu-${info.project.name}`)
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(/#\/settings$/)
})

test('what was removed by mistake is brought back by the key that undoes', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  for (const user of ['u_1', 'u_2']) {
    await gridRow(page, user).click()
    await expect(detail).toContainText(user)
    await page.keyboard.press('Delete')
    await expect(gridRow(page, user)).toContainText('About to be removed')
  }
  await expect(waiting(page)).toContainText('2 requests will be removed for good')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(waiting(page)).toBeHidden()
  await expect(page.getByText('Nothing was removed.').first()).toBeVisible()
  await expect(gridRow(page, 'u_1')).not.toContainText('About to be removed')
  await page.reload()
  for (const user of ['u_1', 'u_2', 'u_3']) await expect(gridRow(page, user)).toBeVisible()
})

test('what is marked stays, and says how it can go', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await openDetail(page, 'u_1')
  await page.keyboard.press('b')
  await expect(gridRow(page, 'u_1')).toContainText('pinned')
  await page.keyboard.press('Delete')
  await expect(page.getByText('what is marked stays').first()).toBeVisible()
  await expect(waiting(page)).toBeHidden()
})
