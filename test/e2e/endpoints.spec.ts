import { expect, test } from './fixtures.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

test('a changed name re-reads the history', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?player=u_77&reward_amount=5')
  await expect(gridRow(page, 'param-missing')).toBeVisible()
  await goTo(page, 'Endpoints')
  const name = page.getByRole('textbox', { name: 'Name of the user id' })
  await name.fill('player')
  await name.press('Enter')
  await expect(page.getByRole('status', { name: 'Dashboard URL' })).toContainText('player={user_id}')
  await goTo(page, 'Postbacks')
  const row = gridRow(page, 'u_77')
  await expect(row).toBeVisible()
  await expect(row.getByRole('gridcell').first()).toHaveText('Pass')
})

test('a near miss is mended from its finding with one click', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?userid=u_88&reward_amount=5')
  const detail = await openDetail(page, 'name-near-miss')
  await expect(detail).toContainText('param-missing')
  await detail.getByRole('button', { name: /Use .*userid/ }).click()
  await expect(gridRow(page, 'u_88')).toContainText('Pass')
})

test('what cannot be is refused beside its field, and the old one stays in force', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const cases = [
    { field: 'Path', value: 'hitpoint', says: /starts with/ },
    { field: 'Name of the user id', value: '', says: /Enter the parameter name/ },
    { field: 'Name of the reward amount', value: 'user_id', says: /must differ/ },
    { field: 'Status', value: '99', says: /200 to 599/ },
  ]
  for (const { field, value, says } of cases) {
    const box = page.getByRole('textbox', { name: field, exact: true })
    const before = await box.inputValue()
    await box.fill(value)
    await box.press('Enter')
    await expect(page.getByText(says).first()).toBeVisible()
    await box.fill(before)
    await box.press('Enter')
    await expect(page.getByText(says)).toHaveCount(0)
  }
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
})

test('path and reply apply at once', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const set = async (field: string, value: string): Promise<void> => {
    const box = page.getByRole('textbox', { name: field, exact: true })
    await box.fill(value)
    await box.blur()
  }
  await set('Path', '/cb')
  await set('Status', '202')
  await set('Body', 'thanks')
  await expect(async () => {
    const reply = await fetch(`${running.receiverUrl}/cb?user_id=u_1&reward_amount=5`)
    expect([reply.status, await reply.text()]).toEqual([202, 'thanks'])
  }).toPass()
})

test('the checker says what differs in the URL as it stands in the dashboard', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const box = page.getByRole('textbox', { name: 'Check the URL that stands in the dashboard' })
  const found = page.getByRole('region', { name: 'What the check found' })
  const right = (await page.getByRole('status', { name: 'Dashboard URL' }).textContent()) ?? ''
  await box.fill(right.replace('{user_id}', '%7Buser_id%7D'))
  await expect(found).toContainText(/encoded/i)
  await box.fill(right.replace('&', '&amp;'))
  await expect(found).toContainText('&amp;')
})

test('a deleted endpoint comes back as it was, with what was stored by it', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  await page.getByRole('button', { name: 'Add endpoint' }).click()
  const path = page.getByRole('textbox', { name: 'Path', exact: true })
  // Until the new one is there, the form is still the other one's.
  await expect(path).toHaveValue('/hitpoint-2')
  await path.fill('/shop')
  await path.press('Enter')
  await expect(page.getByText('is saved and in force').first()).toBeVisible()
  await sendPostback(running, '/shop?user_id=u_7&reward_amount=5')
  const address = page.url()
  await page.getByRole('button', { name: 'Delete endpoint' }).click()
  await expect(page.getByText('/shop is an unknown path now').first()).toBeVisible()
  expect((await fetch(`${running.receiverUrl}/shop?user_id=u_8&reward_amount=5`)).status).toBe(404)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page).toHaveURL(address)
  await expect(path).toHaveValue('/shop')
  await expect(page.getByText('is back as it was').first()).toBeVisible()
  expect((await fetch(`${running.receiverUrl}/shop?user_id=u_9&reward_amount=5`)).status).toBe(200)
  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'u_8')).toContainText('Pass')
})
