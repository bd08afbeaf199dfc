import { expect, test } from './fixtures.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

test('the palette finds by words that mean the same, and has what was done last first', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('night')
  await expect(page.getByRole('option').first()).toHaveAccessibleName(/^Use the dark theme/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('Theme: dark.')

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('group', { name: 'Used last' }).getByRole('option')).toHaveText(['Use the dark theme'])
  await page.keyboard.type('fail')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toHaveValue('verdict:fail')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('no such thing')
  await expect(page.getByText('No command has these words.')).toBeVisible()
})

test('what an open view can do is in the palette, and gone with the view', async ({ running }) => {
  const { page } = running
  const commands = page.getByRole('option')
  await goTo(page, 'Endpoints')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(commands.filter({ hasText: 'Send a test postback to this endpoint' })).toBeVisible()
  await expect(commands.filter({ hasText: 'Edit the endpoint' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await goTo(page, 'Tunnel')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(commands.filter({ hasText: 'Close the tunnel' })).toBeVisible()
  await expect(commands.filter({ hasText: 'Send a test postback to this endpoint' })).toHaveCount(0)
  await expect(
    commands.filter({ hasText: 'Edit the endpoint' }),
    'an endpoint can be gone to from anywhere',
  ).toHaveCount(1)
})
