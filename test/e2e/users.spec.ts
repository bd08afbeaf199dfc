import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

async function goToUsers(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Users' }).click()
  await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible()
}

const userRow = (page: Page, text: string) =>
  page.getByRole('table', { name: 'Users' }).getByRole('row').filter({ hasText: text })
const details = (page: Page) => page.getByRole('complementary', { name: 'User details' })

test('a user’s postbacks are counted and added up exactly, with what was not and why', async ({ running }) => {
  const { page } = running
  for (const amount of ['0.1', '0.2', '9007199254740993', '1,50', 'ten']) {
    await sendPostback(running, `/hitpoint?user_id=anna&reward_amount=${amount}`)
  }
  await sendPostback(running, '/hitpoint?user_id=bob&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=bob&reward_amount=5')
  await goToUsers(page)
  await expect(userRow(page, 'anna')).toContainText('9007199254740993.3')
  await expect(page.getByRole('region', { name: 'Total' })).toContainText('9007199254741003.3')
  await userRow(page, 'anna').getByRole('button').click()
  await expect(details(page)).toContainText('amount-decimal-comma')
  await expect(details(page)).toContainText('amount-not-a-number')
  await userRow(page, 'bob').getByRole('button').click()
  await expect(details(page)).toContainText('Possible duplicates')
  await expect(details(page)).toContainText('Sum without them')
})

test('the postbacks of a user are one press away, whatever the id', async ({ running }) => {
  const { page } = running
  const ids = ['plain', 'a "quoted\\ id*', '', '-is:pinned', 'x\u202ey']
  for (const [at, id] of ids.entries()) {
    await sendPostback(running, `/hitpoint?user_id=${encodeURIComponent(id)}&reward_amount=${String(1001 + at)}`)
  }
  for (const [shown, amount] of [
    ['plain', '1001'],
    ['quoted', '1002'],
    ['empty', '1003'],
    ['-is:pinned', '1004'],
    ['\\u202e', '1005'],
  ] as const) {
    await goToUsers(page)
    await userRow(page, shown).getByRole('button').click()
    await details(page).getByRole('button', { name: 'Show the postbacks' }).click()
    await expect(gridRow(page, amount)).toBeVisible()
    await expect(page.getByRole('grid', { name: 'Postbacks' }).getByRole('row')).toHaveCount(2)
  }
})

test('users are sorted, filtered, and follow what arrives', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=anna&reward_amount=9')
  await sendPostback(running, '/hitpoint?user_id=bob&reward_amount=10')
  await goToUsers(page)
  const rows = page.getByRole('table', { name: 'Users' }).getByRole('row')
  await page.getByRole('button', { name: 'Exact sum' }).click()
  await expect(rows.nth(1)).toContainText('bob')
  await page.getByRole('button', { name: 'Exact sum' }).click()
  await expect(rows.nth(1)).toContainText('anna')
  await sendPostback(running, '/hitpoint?user_id=zoe&reward_amount=0.5')
  await expect(rows.nth(1)).toContainText('zoe')
  await page.getByRole('textbox', { name: 'User id contains' }).fill('NN')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('anna')
  await page.getByRole('textbox', { name: 'User id contains' }).fill('nobody')
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(rows).toHaveCount(4)
})

test('many users come a page at a time', async ({ running }) => {
  const { page } = running
  for (let at = 0; at < 120; at += 1) {
    await sendPostback(running, `/hitpoint?user_id=u_${String(at).padStart(3, '0')}&reward_amount=1`)
  }
  await goToUsers(page)
  await page.getByRole('button', { name: 'User id' }).click()
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages).toContainText('1–100 of 120 users')
  await pages.getByRole('button', { name: 'Next' }).click()
  await expect(pages).toContainText('101–120 of 120 users')
  await expect(userRow(page, 'u_119')).toBeVisible()
  await page.keyboard.press('[')
  await expect(userRow(page, 'u_000')).toBeVisible()
})
