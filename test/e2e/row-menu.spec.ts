import { sendRaw } from '../support/raw-socket.ts'
import { expect, test } from './fixtures.ts'
import { clipboard } from './support/clipboard.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

test('a row’s menu does with its postback what it says, whichever one is open', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await openDetail(page, 'u_3')
  await gridRow(page, 'u_1').click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Postback 1' })
  await menu.getByRole('menuitem', { name: 'Copy as cURL' }).click()
  await expect.poll(() => clipboard(running)).toContain('user_id=u_1')
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText('u_1')

  await gridRow(page, 'u_2').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Write a note' }).click()
  const note = page.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await page.keyboard.type('of the second')
  await expect(note).toHaveValue('of the second')
  await expect(
    gridRow(page, 'u_2').getByRole('img', { name: /note/ }).or(gridRow(page, 'u_2').getByText('note')),
  ).toHaveCount(1)

  await gridRow(page, 'u_2').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Show only this user' }).click()
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toHaveValue('user:"u_2"')
  await expect(gridRow(page, 'u_1')).toHaveCount(0)
})

test('the menu of the active row is asked for by keys, gone through by them, and gives the focus back', async ({
  running,
}) => {
  const { page } = running
  for (const user of ['u_1', 'u_2']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await expect(gridRow(page, 'u_2')).toBeVisible()
  const list = page.getByRole('grid', { name: 'Postbacks' })
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Postback 1' })
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await expect(list).toBeFocused()

  await page.keyboard.press('Shift+F10')
  await expect(menu).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem', { name: 'Remove this request' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText(/removed/i)
})

test('bytes that are no HTTP request have no replay in their menu', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  const { port } = new URL(running.receiverUrl)
  await sendRaw(Number(port), 'nonsense\r\n\r\n')
  await page.getByRole('row').filter({ hasText: 'HPE_INVALID_METHOD' }).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Copy the raw request' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /Replay|replay/ })).toHaveCount(0)
})
