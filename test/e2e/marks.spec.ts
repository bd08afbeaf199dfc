import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

async function filterBy(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Filter postbacks' })
  await box.fill(text)
  await box.press('Escape')
}

const noteOf = (detail: Locator): Locator => detail.getByRole('textbox', { name: 'Note' })

test('a postback is pinned, coloured and noted, and the list says so in words', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  const detail = await openDetail(page, 'u_1')
  await page.keyboard.press('b')
  await expect(detail.getByRole('button', { name: 'Unpin' })).toBeVisible()
  await detail.getByRole('group', { name: 'Colour' }).getByText('amber').click()
  await noteOf(detail).fill('Ask Ann about this one.')
  await noteOf(detail).blur()
  const row = gridRow(page, 'u_1')
  await expect(row).toContainText('pinned')
  await expect(row).toContainText('has a note')
  await expect(row).toContainText('Marked amber')
  await expect(gridRow(page, 'u_2')).not.toContainText('pinned')
})

test('marks are found by the filter, and lists that ask for them follow', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  const detail = await openDetail(page, 'u_2')
  await page.keyboard.press('b')
  await page.keyboard.press('m')
  await page.keyboard.press('v')
  await noteOf(detail).fill('Paid by hand')
  await noteOf(detail).blur()
  await expect(gridRow(page, 'u_2')).toContainText('has a note')
  for (const query of ['is:pinned', 'has:note', 'note:"by hand"', 'colour:violet', 'color:red,violet']) {
    await filterBy(page, query)
    await expect(gridRow(page, 'u_1')).toBeHidden()
    await expect(gridRow(page, 'u_2')).toBeVisible()
  }
  await filterBy(page, '-is:pinned')
  await expect(gridRow(page, 'u_2')).toBeHidden()
  await expect(gridRow(page, 'u_3')).toBeVisible()
  await filterBy(page, 'is:pinned')
  await expect(gridRow(page, 'u_2')).toBeVisible()
  await detail.getByRole('button', { name: 'Unpin' }).click()
  await expect(gridRow(page, 'u_2')).toBeHidden()
})

test('a mark is undone', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  const detail = await openDetail(page, 'u_1')
  await noteOf(detail).fill('first')
  await noteOf(detail).blur()
  await expect(page.getByText('The note is saved.').first()).toBeVisible()
  await noteOf(detail).fill('second')
  await noteOf(detail).blur()
  await expect(page.getByText('The note is saved.').first()).toBeVisible()
  await detail.getByRole('heading', { name: 'Your marks' }).click()
  await detail.getByRole('group', { name: 'Colour' }).getByText('blue').click()
  await expect(gridRow(page, 'u_1')).toContainText('Marked blue')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(gridRow(page, 'u_1')).not.toContainText('Marked blue')
  await expect(noteOf(detail)).toHaveValue('second')
})

test('what was just typed into a note is not lost when the postback is closed at once', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=6')
  const detail = await openDetail(page, 'u_1')
  await noteOf(detail).pressSequentially('half a thought')
  await gridRow(page, 'u_2').click()
  await expect(noteOf(detail)).toHaveValue('')
  await gridRow(page, 'u_1').click()
  await expect(noteOf(detail)).toHaveValue('half a thought')
})

test('a note that is too long says so and is kept in the field', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  const detail = await openDetail(page, 'u_1')
  await noteOf(detail).fill('x'.repeat(4001))
  await expect(detail.getByRole('alert')).toContainText('at most 4,000 characters')
  await noteOf(detail).fill('short')
  await noteOf(detail).blur()
  await expect(gridRow(page, 'u_1')).toContainText('has a note')
})

test('marks are still there after the inspector was ended and started again', async ({ face }) => {
  const first = await face.start()
  await sendPostback(first, '/hitpoint?user_id=u_1&reward_amount=5')
  const detail = await openDetail(first.page, 'u_1')
  await first.page.keyboard.press('b')
  await noteOf(detail).fill('kept')
  await noteOf(detail).blur()
  await expect(gridRow(first.page, 'u_1')).toContainText('has a note')
  await first.close()
  const second = await face.start()
  await expect(gridRow(second.page, 'u_1')).toContainText('pinned')
  await expect(noteOf(await openDetail(second.page, 'u_1'))).toHaveValue('kept')
})

test('possible duplicates are linked both ways', async ({ running }) => {
  const { page } = running
  for (let turn = 0; turn < 3; turn += 1) await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=6')
  await expect(gridRow(page, 'u_1')).toHaveCount(4)
  await gridRow(page, 'u_1').last().click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  const group = detail.getByRole('region', { name: 'Possible duplicates' })
  await expect(group).toContainText('none earlier, 2 later')
  await expect(group.getByRole('row').nth(2)).toContainText('names this one')
  await group.getByRole('link', { name: '3' }).click()
  await expect(detail.getByRole('heading', { name: 'Postback 3' })).toBeVisible()
  await expect(group).toContainText('2 earlier, none later')
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(group).toContainText('2 earlier, 1 later')
})
