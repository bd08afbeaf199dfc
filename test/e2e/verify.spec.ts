import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { saved } from './support/files.ts'
import { sendPostback } from './support/screen.ts'

async function goToVerify(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Verify' }).click()
  await expect(page.getByRole('heading', { name: 'Verify', level: 1 })).toBeVisible()
}

async function arm(page: Page, userId: string, amount: string, minutes = '10'): Promise<void> {
  const form = page.getByRole('region', { name: 'New expectation' })
  await form.getByRole('textbox', { name: 'User id' }).fill(userId)
  await form.getByRole('textbox', { name: 'Reward amount' }).fill(amount)
  await form.getByRole('textbox', { name: 'Minutes to wait' }).fill(minutes)
  await form.getByRole('button', { name: 'Arm' }).click()
}

const waiting = (page: Page) => page.getByRole('list', { name: 'Waiting expectations' }).getByRole('listitem')
const ended = (page: Page) => page.getByRole('list', { name: 'Ended expectations' }).locator('> li')

test('an armed expectation is met by the exact postback, which is one click away', async ({ running }) => {
  const { page } = running
  await goToVerify(page)
  await arm(page, 'u_Abc', '12.50')
  await expect(waiting(page).first()).toContainText('left')
  await sendPostback(running, '/hitpoint?user_id=u_Abc&reward_amount=12.50')
  await expect(ended(page).first()).toContainText('Met')
  await expect(waiting(page)).toHaveCount(0)
  await ended(page).first().getByRole('link', { name: 'postback 1' }).click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  await expect(detail).toContainText('u_Abc')
})

test('a postback that differs is shown at once to the character with its cause, and is the final word', async ({
  running,
}) => {
  const { page } = running
  await goToVerify(page)
  await arm(page, 'u_Abc', '5', '0.08')
  await sendPostback(running, '/hitpoint?user_id=u_abc&reward_amount=5.0')
  await expect(waiting(page).first()).toContainText('upper and lower case')
  const card = ended(page).first()
  await expect(card).toContainText('Mismatched', { timeout: 15_000 })
  await expect(card).toContainText('The user id differs in upper and lower case.')
  await expect(card).toContainText('The reward amount differs in trailing zeros.')
  const user = card.getByRole('region', { name: 'User id differs' })
  await expect(user.locator('mark')).toHaveText(['A', 'a'])
  const amount = card.getByRole('region', { name: 'Reward amount differs' })
  await expect(amount.locator('mark')).toHaveText(['', '.0'])
})

test('one that nothing came for expires, and can be armed again, cancelled and cleared, and that undone', async ({
  running,
}) => {
  const { page } = running
  await goToVerify(page)
  await arm(page, 'u_1', '5', '0.02')
  await expect(ended(page).first()).toContainText('Expired', { timeout: 15_000 })
  await expect(ended(page).first()).toContainText('we were listening all the time')
  await ended(page).first().getByRole('button', { name: 'Arm again' }).click()
  await expect(ended(page)).toHaveCount(2, { timeout: 15_000 })
  const form = page.getByRole('region', { name: 'New expectation' })
  await form.getByRole('textbox', { name: 'Minutes to wait' }).fill('10')
  await form.getByRole('textbox', { name: 'User id' }).fill('u_2')
  await page.keyboard.press('Control+Enter')
  await expect(waiting(page)).toHaveCount(1)
  await page.getByRole('heading', { name: 'Verify', level: 1 }).click()
  await page.keyboard.press('x')
  await expect(ended(page).first()).toContainText('Cancelled')
  await page.getByRole('button', { name: 'Clear ended' }).click()
  await expect(ended(page)).toHaveCount(0)
  await page.getByRole('log', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(ended(page)).toHaveCount(3)
})

test('what is wrong in the form is said beside its field', async ({ running }) => {
  const { page } = running
  await goToVerify(page)
  await arm(page, '', '', 'soon')
  const form = page.getByRole('region', { name: 'New expectation' })
  await expect(form.getByRole('alert')).toHaveText([
    'Enter the user id that you expect.',
    'Enter the reward amount that you expect.',
    'Enter minutes as a number, for example 10 or 0.5.',
  ])
  await form.getByRole('textbox', { name: 'User id' }).fill('u_1 ')
  await expect(form).toContainText('It begins or ends with whitespace')
})

test('expectations survive quit and start: one goes on, and one whose time passed says that we were off', async ({
  face,
}) => {
  const first = await face.start()
  await goToVerify(first.page)
  await arm(first.page, 'u_late', '5', '0.15')
  await arm(first.page, 'u_kept', '5')
  await expect(waiting(first.page)).toHaveCount(2)
  const over = Date.now() + 9_000
  await first.close()
  await expect.poll(() => Date.now(), { timeout: 15_000 }).toBeGreaterThan(over)
  const second = await face.start()
  await goToVerify(second.page)
  await expect(ended(second.page).first()).toContainText('Not listening')
  await expect(ended(second.page).first()).toContainText('the inspector was not running')
  await sendPostback(second, '/hitpoint?user_id=u_kept&reward_amount=5')
  await expect(ended(second.page).filter({ hasText: 'u_kept' })).toContainText('Met')
})

test('the first steps arm what was typed in Adjump’s verify form with one click', async ({ running }) => {
  const { page } = running
  await page.getByRole('textbox', { name: 'User id you typed there' }).fill('u_1001')
  await page.getByRole('textbox', { name: 'Reward amount', exact: true }).fill('3')
  await page.getByRole('button', { name: 'Expect this' }).click()
  await expect(page.getByRole('status', { name: 'Expectation' })).toContainText('Now press verify in Adjump')
  await sendPostback(running, '/hitpoint?user_id=u_1001&reward_amount=3')
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('Met: u_1001, 3')
  await goToVerify(page)
  await expect(ended(page).first()).toContainText('Met')
})

test('the ended expectations make one evidence report, as HTML and as JSON', async ({ running }) => {
  const { page } = running
  await goToVerify(page)
  await arm(page, 'u_<Met>', '12.50')
  await sendPostback(running, '/hitpoint?user_id=u_%3CMet%3E&reward_amount=12.50')
  await expect(ended(page)).toHaveCount(1)
  await arm(page, 'u_Abc', '5', '0.05')
  await sendPostback(running, '/hitpoint?user_id=u_abc&reward_amount=5')
  await expect(ended(page)).toHaveCount(2, { timeout: 15_000 })
  const folder = await mkdtemp(join(tmpdir(), 'adjump-inspector-evidence-'))
  const report = async (format: 'HTML' | 'JSON') => {
    const { path, suggested } = await saved(running, folder, async () => {
      await page.getByRole('button', { name: 'Evidence report' }).click()
      await page.getByRole('menu', { name: 'Evidence report' }).getByRole('menuitem', { name: format }).click()
    })
    return { suggested, text: await readFile(path, 'utf8') }
  }
  const html = await report('HTML')
  expect(html.suggested).toMatch(/^adjump-evidence-.*\.html$/)
  for (const text of ['u_&lt;Met&gt;', '12.50', 'u_abc', 'upper and lower case']) expect(html.text).toContain(text)
  expect(html.text).not.toContain('u_<Met>')
  const json = await report('JSON')
  expect(json.suggested).toMatch(/^adjump-evidence-.*\.json$/)
  const told = JSON.stringify(JSON.parse(json.text))
  for (const text of ['u_<Met>', 'u_Abc', 'u_abc', 'mismatched']) expect(told).toContain(text)
  await rm(folder, { recursive: true })
})
