import { expect, test } from './fixtures.ts'
import { openDetail, sendPostback } from './support/screen.ts'

test('a postback has a tab of its own, and nothing of the desktop is offered', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_first&reward_amount=5')
  await openDetail(page, 'u_first')
  const [own] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Open in a tab of its own' }).click(),
  ])
  await expect(own.getByRole('region', { name: 'Postback details' })).toContainText('u_first')
  await expect(own.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await page.getByRole('button', { name: 'Copy as' }).click()
  await expect(page.getByRole('menuitem', { name: /^Target/ })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /^Link/ })).toBeHidden()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('region', { name: 'Receiver' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Desktop', exact: true })).toBeHidden()
})
