import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

test('a slip in a sequence of keys does not do what its last key would do alone', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  // `u` begins what concerns the tunnel, and `u /` is nothing.
  await page.keyboard.press('u')
  await page.keyboard.press('/')
  const filter = page.getByRole('combobox', { name: 'Filter postbacks' })
  await expect(filter).not.toBeFocused()
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
})

test('what came of a press is brought into sight where the window is small', async ({ running }) => {
  const { page } = running
  await page.setViewportSize({ width: 900, height: 600 })
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Simulator' }).click()
  await page.getByText('Local receiver', { exact: true }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('link', { name: /^Postback 1$/ })).toBeInViewport()
})
