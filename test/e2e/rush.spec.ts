import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

const RUSH = 1200
const AT_ONCE = 48

async function rush(receiverUrl: string, name: string): Promise<void> {
  let next = 0
  const sender = async (): Promise<void> => {
    for (let n = next++; n < RUSH; n = next++) {
      await (await fetch(`${receiverUrl}/hitpoint?user_id=${name}_${String(n)}&reward_amount=1`)).text()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
}

/** Ids and places of the rows that are drawn, as they stand there. */
function drawnRows(page: Page): Promise<{ id: number; place: number; text: string }[]> {
  return page.locator('[role="row"][data-id]').evaluateAll((rows) =>
    rows.map((row) => ({
      id: Number(row.getAttribute('data-id')),
      place: Number(row.getAttribute('aria-rowindex')),
      text: row.textContent ?? '',
    })),
  )
}

test('a rush leaves the newest on top, all in order and none twice, and each opens as what it says', async ({
  running,
}) => {
  const { page, receiverUrl } = running
  await sendPostback(running, '/hitpoint?user_id=before&reward_amount=1')
  await expect(gridRow(page, 'before')).toBeVisible()
  await rush(receiverUrl, 'r')
  await expect(page.getByLabel('What is shown')).toContainText(new Intl.NumberFormat().format(RUSH + 1))
  const grid = page.getByRole('grid', { name: 'Postbacks' })
  await expect(grid).toHaveAttribute('aria-rowcount', String(RUSH + 2))
  await expect(page.locator('[role="row"][data-id]').first()).toHaveAttribute('data-id', String(RUSH + 1))
  const rows = await drawnRows(page)
  expect(rows.length).toBeGreaterThan(15)
  for (const [index, { id, place, text }] of rows.entries()) {
    expect(id).toBe(RUSH + 1 - index)
    expect(place).toBe(index + 2)
    expect(text).toMatch(/r_\d+/)
  }
  const row = page.locator(`[role="row"][data-id="${String(RUSH - 2)}"]`)
  const user = (await row.getByRole('gridcell').nth(2).textContent()) ?? ''
  await row.click()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText(user)
})

test('a rush does not move what is being read', async ({ running }) => {
  const { page, receiverUrl } = running
  await rush(receiverUrl, 'old')
  await expect(page.locator('[role="row"][data-id]').first()).toHaveAttribute('data-id', String(RUSH))
  await page.getByRole('grid', { name: 'Postbacks' }).hover()
  await page.mouse.wheel(0, 3000)
  await expect(page.locator('[role="row"][data-id]').first()).not.toHaveAttribute('data-id', String(RUSH))
  await expect.poll(async () => (await drawnRows(page)).length).toBeGreaterThan(15)
  const before = (await drawnRows(page)).map(({ id }) => id)
  await rush(receiverUrl, 'new')
  const pill = page.getByRole('button', { name: /^Show 1.?200 new requests/ })
  await expect(pill).toBeVisible()
  expect((await drawnRows(page)).map(({ id }) => id)).toEqual(before)
  await pill.click()
  await expect(page.locator('[role="row"][data-id]').first()).toHaveAttribute('data-id', String(2 * RUSH))
})
