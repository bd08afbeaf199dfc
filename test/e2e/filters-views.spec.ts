import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { picture } from './support/picture.ts'
import { gridRow, sendPostback } from './support/screen.ts'

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Filter postbacks' })
const echo = (page: Page): Locator => page.getByRole('group', { name: 'What is shown' })
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const heads = (page: Page): Locator => page.getByRole('grid', { name: 'Postbacks' }).getByRole('columnheader')
const viewsButton = (page: Page): Locator => page.getByRole('button', { name: /^Views/ })

async function filterBy(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await box(page).press('Enter')
}

async function focusList(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Postbacks' }).focus()
}

test('what is shown and what is hidden is said in one sentence, and each part of it can be taken away', async ({
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1,50')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=7')
  await sendPostback(running, '/favicon.ico', 404)
  await expect(echo(page)).toContainText(
    'Showing all postbacks and rejected requests; 1 noise request is hidden Show them. 3 of 4.',
  )
  await filterBy(page, 'user:u_1 verdict:fail since:1h')
  await expect(echo(page)).toContainText(/Showing failed postbacks of user “u_1” since .*\d\d:\d\d/)
  await expect(echo(page)).toContainText('1 of 4.')
  await picture(running, 'filter-echo')
  await page.getByRole('button', { name: 'Take away: failed postbacks' }).click()
  await expect(box(page)).toHaveValue('user:u_1 since:1h')
  await expect(echo(page)).toContainText('2 of 4.')
  await expect(echo(page)).toBeFocused()
  await page.getByRole('button', { name: 'Take away: of user “u_1”' }).click()
  await page.getByRole('button', { name: /^Take away: since/ }).click()
  await expect(box(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(gridRow(page, '404')).toBeVisible()
  await expect(echo(page)).toContainText('4 of 4.')
})

test('what is hidden behind a verdict is said, and shown by the same press', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=1,50')
  await sendPostback(running, '/favicon.ico', 404)
  await filterBy(page, 'verdict:fail')
  await expect(echo(page)).toContainText('1 noise request is hidden, for only postbacks have a verdict')
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(gridRow(page, '404')).toBeVisible()
  await expect(gridRow(page, 'u_1')).toBeVisible()
})

test('a hostile value in the filter is said as text', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await filterBy(page, 'user:"<img src=x onerror=alert(1)>\u202eevil"')
  await expect(echo(page)).toContainText('“<img src=x onerror=alert(1)>')
  await expect(echo(page)).toContainText('\\u202e')
  expect(await page.locator('main img').count()).toBe(0)
})

test('a filter is put together by the keyboard alone, and is there again the next time', async ({ running }) => {
  const { page } = running
  for (const user of ['anna', 'anton', 'bob']) await sendPostback(running, `/hitpoint?user_id=${user}`)
  await expect(gridRow(page, 'anna')).toBeVisible()
  await page.keyboard.press('/')
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(options(page).first()).toContainText('user:')
  await page.keyboard.type('verd')
  await page.keyboard.press('Tab')
  await expect(box(page)).toHaveValue('verdict:')
  await expect(options(page)).toHaveText([/pass/, /warn/, /fail/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const chosen = await box(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${chosen ?? ''}"]`)).toHaveText(/^fail/)
  await expect(page.locator(`[id="${chosen ?? ''}"]`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('verdict:fail ')
  await page.keyboard.type('user:an')
  await expect(options(page)).toHaveText([/^anton/, /^anna/, /^an\*.*every id that contains “an”/])
  await picture(running, 'suggestions')
  await page.keyboard.press('Tab')
  await expect(box(page)).toHaveValue('verdict:fail user:anton ')
  await expect(echo(page)).toContainText('failed postbacks of user “anton”')
  await page.keyboard.type('amount:5')
  await expect(options(page)).toContainText(['exactly 5'])
  await expect(options(page)).toContainText(['5 or more'])
  await page.keyboard.press('Escape')
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false')
  await box(page).fill('verdict:fail user:anton')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Postbacks' })).toBeFocused()

  await page.reload()
  await expect(gridRow(page, 'bob')).toBeVisible()
  await page.keyboard.press('/')
  const recent = page.getByRole('group', { name: 'Recent filters' }).getByRole('option')
  await expect(recent).toHaveText(['verdict:fail user:anton'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('verdict:fail user:anton')
  await expect(gridRow(page, 'anton')).toBeVisible()
  await expect(gridRow(page, 'bob')).toBeHidden()
})

test('a view keeps filter, sort and columns, and is found by its name from anywhere', async ({ running }) => {
  const { page } = running
  for (const amount of ['5', '50', '1,50']) {
    await sendPostback(running, `/hitpoint?user_id=u_${amount}&reward_amount=${amount}`)
  }
  await filterBy(page, 'verdict:pass')
  await page.getByRole('button', { name: 'Amount' }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Method' }).check()
  await page.keyboard.press('Escape')
  await viewsButton(page).click()
  await page.getByRole('textbox', { name: 'Save what is shown as a new view' }).fill('Paid, largest first')
  await page.keyboard.press('Enter')
  await expect(viewsButton(page)).toHaveAccessibleName('Views: Paid, largest first')
  await picture(running, 'saved-views')
  await page.keyboard.press('Escape')

  await filterBy(page, 'verdict:fail')
  await expect(viewsButton(page)).toHaveAccessibleName('Views: Paid, largest first, changed')
  await viewsButton(page).click()
  await page.getByRole('button', { name: 'All postbacks' }).click()
  await expect(viewsButton(page)).toHaveAccessibleName('Views')
  await expect(box(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Reset columns' }).click()
  await page.keyboard.press('Escape')
  await expect(heads(page).filter({ hasText: 'Method' })).toHaveCount(0)

  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Users' }).click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('view: paid')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('verdict:pass')
  await expect(heads(page).filter({ hasText: 'Amount' })).toHaveAttribute('aria-sort', 'descending')
  await expect(heads(page).filter({ hasText: 'Method' })).toHaveCount(1)
  await expect(viewsButton(page)).toHaveAccessibleName('Views: Paid, largest first')
  await expect(page.locator('[role="row"][data-id]').first()).toContainText('u_50')
})

test('views are overwritten, renamed, put in order and deleted, and each of that is undone', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  for (const [name, query] of [
    ['First', 'user:a'],
    ['Second', 'user:b'],
  ] as const) {
    await filterBy(page, query)
    await viewsButton(page).click()
    await page.getByRole('textbox', { name: 'Save what is shown as a new view' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(viewsButton(page)).toHaveAccessibleName(`Views: ${name}`)
    await page.keyboard.press('Escape')
  }
  const list = page.getByRole('list', { name: 'Saved views' }).getByRole('listitem')

  await filterBy(page, 'user:c')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await box(page).press('Escape')
  await page.keyboard.press('v')
  await page.keyboard.press('s')
  await expect(viewsButton(page)).toHaveAccessibleName('Views: Second')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(viewsButton(page)).toHaveAccessibleName('Views: Second, changed')

  await page.keyboard.press('v')
  await page.keyboard.press('v')
  await expect(list).toHaveText([/^First/, /^Second/])
  await page.getByRole('button', { name: 'Move Second' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(list).toHaveText([/^Second/, /^First/])
  await expect(page.getByRole('button', { name: 'Move Second' })).toBeFocused()

  await page.getByRole('button', { name: 'Rename “First”' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Second')
  await expect(page.getByRole('alert')).toContainText('Another view has this name.')
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Renamed')
  await page.keyboard.press('Enter')
  await expect(list).toHaveText([/^Second/, /^Renamed/])

  await page.getByRole('button', { name: 'Delete “Second”' }).click()
  await expect(list).toHaveText([/^Renamed/])
  await expect(page.getByText('The view “Second” is deleted.').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await page.reload()
  await viewsButton(page).click()
  await expect(list).toHaveText([/^Second/, /^Renamed/])
})

test('columns are chosen, put in order by keys and by dragging, and are the same the next time', async ({
  running,
}) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  const usual = ['Verdict', 'Time', 'User id', 'Amount', 'Finding', 'Endpoint', 'Reply', 'Body', 'Duration']
  await expect(heads(page)).toHaveText(usual)
  await focusList(page)
  await page.keyboard.press('v')
  await page.keyboard.press('c')
  await page.getByRole('checkbox', { name: 'Target' }).check()
  await page.getByRole('checkbox', { name: 'Body' }).uncheck()
  await expect(page.getByRole('checkbox', { name: 'Verdict' })).toBeDisabled()
  await expect(gridRow(page, 'u_1')).toContainText('/hitpoint?user_id=u_1&reward_amount=5')
  const handle = page.getByRole('button', { name: 'Move Amount' })
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(heads(page)).toHaveText([
    'Verdict',
    'Amount',
    'Time',
    'User id',
    'Finding',
    'Endpoint',
    'Reply',
    'Duration',
    'Target',
  ])
  await expect(handle).toBeFocused()
  await picture(running, 'columns')

  const [from, to] = [await handle.boundingBox(), await page.getByRole('button', { name: 'Move Reply' }).boundingBox()]
  if (!from || !to) throw new Error('The handles are not drawn.')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 2, { steps: 4 })
  await page.mouse.up()
  await expect(heads(page)).toHaveText([
    'Verdict',
    'Time',
    'User id',
    'Finding',
    'Endpoint',
    'Reply',
    'Amount',
    'Duration',
    'Target',
  ])
  await page.reload()
  await expect(heads(page).nth(6)).toHaveText('Amount')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Reset columns' }).click()
  await expect(heads(page)).toHaveText(usual)
})
