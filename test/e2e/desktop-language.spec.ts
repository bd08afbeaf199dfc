import { expect, test } from './fixtures.ts'
import { appOf } from './support/own-window.ts'
import { goTo, sendPostback } from './support/screen.ts'

test('the menu, another window and what the app says outside of it follow the chosen language at once', async ({
  running,
}) => {
  const { page } = running
  const app = appOf(running)
  const menu = () =>
    app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label.replace('&', '')))
  expect(await menu()).toEqual(expect.arrayContaining(['Go', 'Help']))
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1%2C5')
  await page.getByRole('row').filter({ hasText: 'u_1' }).click()
  const [own] = await Promise.all([app.waitForEvent('window'), page.keyboard.press('Control+Enter')])
  await expect(own.getByRole('region', { name: 'Findings' })).toBeVisible()

  await goTo(page, 'Settings')
  await page.getByRole('group', { name: 'Language' }).getByText('Deutsch').click()
  await expect.poll(menu).toEqual(expect.arrayContaining(['Gehe zu', 'Hilfe']))
  await expect(own.getByRole('region', { name: 'Befunde' })).toContainText('„1,5“')
  await expect(own.locator('html')).toHaveAttribute('lang', 'de')
})

test('an app on a system that prefers German speaks German from its first start, and English where that is chosen', async ({
  face,
}) => {
  const german = { LANGUAGE: 'de_DE:de', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
  const { page } = await face.start(['--tunnel=none', '--lang=de'], german)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.getByRole('navigation', { name: 'Ansichten' }).getByRole('link', { name: 'Einstellungen' }).click()
  await page.getByRole('group', { name: 'Sprache' }).getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})
