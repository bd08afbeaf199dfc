import { expect, test } from './fixtures.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

test('first run says what to do, and the first postback replaces it with the list', async ({ running }) => {
  const { page } = running
  await expect(page.getByRole('heading', { name: 'See your first postback' })).toBeVisible()
  await expect(page.getByText('/hitpoint?user_id={user_id}').first()).toBeVisible()
  await sendPostback(running, '/hitpoint?user_id=u_1001&reward_amount=12.50')
  await expect(gridRow(page, 'u_1001')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'See your first postback' })).toBeHidden()
})

test('a postback shows up with its user id, its exact amount and its verdict', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1001&reward_amount=9007199254740993.10')
  const row = gridRow(page, 'u_1001')
  await expect(row).toContainText('9007199254740993.10')
  await expect(row.getByRole('gridcell').first()).toHaveText('Pass')
})

test('a broken postback says in a sentence what is wrong and how to fix it', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id={user_id}&reward_amount=1,50')
  const detail = await openDetail(page, '{user_id}')
  await expect(detail).toContainText('Fail')
  await expect(detail).toContainText('macro-not-replaced')
  await expect(detail).toContainText('amount-decimal-comma')
  await expect(detail.locator('mark').first()).toBeVisible()
})

test('noise is kept, counted, and one click away', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/favicon.ico', 404)
  const noise = page.getByRole('button', { name: /^Noise 1/ })
  await expect(noise).toBeVisible()
  await expect(gridRow(page, '404')).toBeHidden()
  await noise.click()
  await expect(gridRow(page, '404')).toBeVisible()
})

test('hostile text is shown as text', async ({ running }) => {
  const { page } = running
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    void dialog.dismiss()
  })
  const markup = '<img src=x onerror=alert(1)>'
  await sendPostback(running, `/hitpoint?user_id=${encodeURIComponent(`${markup}\u202Eevil`)}&reward_amount=5`)
  const detail = await openDetail(page, markup)
  await expect(detail).toContainText(markup)
  await expect(detail).toContainText('\\u202e', { ignoreCase: true })
  expect(await page.locator('main img[src="x"]').count()).toBe(0)
  expect(dialogs).toBe(0)
})

test('quit and start again: the history is still there', async ({ face }) => {
  const first = await face.start()
  await sendPostback(first, '/hitpoint?user_id=u_kept&reward_amount=5')
  await expect(gridRow(first.page, 'u_kept')).toBeVisible()
  await first.close()
  const second = await face.start()
  await expect(gridRow(second.page, 'u_kept')).toBeVisible()
})

test('a reload of the screen loses nothing', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_before&reward_amount=5')
  await expect(gridRow(page, 'u_before')).toBeVisible()
  await page.reload()
  await sendPostback(running, '/hitpoint?user_id=u_after&reward_amount=5')
  await expect(gridRow(page, 'u_after')).toBeVisible()
  await expect(gridRow(page, 'u_before')).toBeVisible()
})

test('the filter box narrows the list, and says so in words where nothing matches', async ({ running }) => {
  const { page } = running
  for (const user of ['u_1', 'u_2', 'u_3']) await sendPostback(running, `/hitpoint?user_id=${user}&reward_amount=5`)
  await expect(gridRow(page, 'u_3')).toBeVisible()
  const filter = page.getByRole('combobox', { name: 'Filter postbacks' })
  await filter.fill('user:u_2')
  await filter.press('Escape')
  await expect(gridRow(page, 'u_1')).toBeHidden()
  await expect(gridRow(page, 'u_2')).toBeVisible()
  await filter.fill('user:nobody')
  await expect(page.getByText(/nothing matches|no .*match/i).first()).toBeVisible()
  await filter.fill('amount:>=5 verdict:pass')
  await expect(gridRow(page, 'u_1')).toBeVisible()
})

test('new rows come while the list is filtered, those that match', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('verdict:fail')
  await expect(gridRow(page, 'u_1')).toBeHidden()
  await sendPostback(running, '/hitpoint?user_id=u_clean&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_broken')
  await expect(gridRow(page, 'u_broken')).toBeVisible()
  await expect(gridRow(page, 'u_clean')).toBeHidden()
})
