import { type Backend, startBackend } from '../support/backend.ts'
import { test as base, expect } from './fixtures.ts'
import { gridRow, openDetail, sendPostback } from './support/screen.ts'

const test = base.extend<{ backend: Backend }>({
  backend: async ({ baseURL: _none }, use) => {
    const backend = await startBackend((request, reply, nth) => {
      if (request.target.includes('slow')) return
      reply.writeHead(nth === 2 ? 500 : 201, { 'X-Backend': 'yes' }).end(`credited ${String(nth)}`)
    })
    await use(backend)
    await backend.close()
  },
})

const TARGET = '/hitpoint?user_id=u%20one&&reward_amount=5'

test('a postback is replayed to a backend byte for byte, its reply beside the original', async ({
  running,
  backend,
}) => {
  const { page } = running
  await sendPostback(running, TARGET)
  const detail = await openDetail(page, 'u one')
  await detail.getByRole('button', { name: 'Replay' }).click()
  await page.getByRole('menuitem', { name: 'Replay', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay 1' })
  await dialog.getByText('Your backend', { exact: true }).click()
  await dialog.getByLabel('Your backend’s URL').fill(`${backend.url}/credit`)
  await expect(dialog.getByLabel('Will be sent')).toContainText(
    `GET ${backend.url}/credit?user_id=u%20one&&reward_amount=5`,
  )
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  const reply = dialog.getByRole('table', { name: 'Reply', exact: true })
  await expect(reply.getByRole('row', { name: /Status/ })).toContainText('200')
  await expect(reply.getByRole('row', { name: /Status/ })).toContainText('201')
  await expect(dialog.getByRole('table', { name: 'Reply headers' })).toContainText('X-Backend')
  await expect(dialog.getByRole('table', { name: 'Reply bodies' })).toContainText('credited 1')
  expect(backend.requests).toMatchObject([{ method: 'GET', target: '/credit?user_id=u%20one&&reward_amount=5' }])
})

test('a replay to our own receiver leads to the postback that it became', async ({ running }) => {
  const { page } = running
  await sendPostback(running, TARGET)
  await openDetail(page, 'u one')
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Replay 1' })
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByRole('link', { name: 'Postback 2' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText('Postback 2')
})

test('an edited replay sends what was edited, many times, and counts the replies', async ({ running, backend }) => {
  const { page } = running
  await sendPostback(running, TARGET)
  await openDetail(page, 'u one')
  await page.keyboard.press('r')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Edit and replay 1' })
  await dialog.getByText('Your backend', { exact: true }).click()
  await dialog.getByLabel('Your backend’s URL').fill(backend.url)
  await dialog.getByLabel('Method').fill('post')
  await expect(dialog.getByText('Write the method in capitals')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()
  await dialog.getByLabel('Method').fill('POST')
  await dialog.getByLabel('Target').fill('/other?x=1')
  await dialog.getByLabel('Headers').fill('Host: chosen.example\nX-Mine: 1')
  await dialog.getByText('Hex', { exact: true }).click()
  await dialog.getByLabel('Body as hex').fill('7b 7')
  await expect(dialog.getByText('pairs of hex digits')).toBeVisible()
  await dialog.getByLabel('Body as hex').fill('7b ff 7d')
  await dialog.getByLabel('How often').fill('3')
  await dialog.getByRole('button', { name: 'Send 3 times' }).click()
  await expect(dialog.getByRole('status', { name: 'Progress' })).toContainText('2 with a 2xx, 1 with another status')
  await expect(dialog.getByRole('table', { name: 'Results' }).getByRole('row')).toHaveCount(4)
  await dialog.getByRole('button', { name: 'Look at result 2' }).click()
  await expect(dialog.getByRole('table', { name: 'Reply', exact: true })).toContainText('500')
  const [first] = backend.requests
  expect(first).toMatchObject({ method: 'POST', target: '/other?x=1', body: Buffer.from([0x7b, 0xff, 0x7d]) })
  expect(first?.rawHeaders.slice(0, 4)).toEqual(['Host', 'chosen.example', 'X-Mine', '1'])
})

test('a replay that nobody answers is cancelled', async ({ running, backend }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=slow&reward_amount=5')
  await openDetail(page, 'slow')
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Replay 1' })
  await dialog.getByText('Your backend', { exact: true }).click()
  await dialog.getByLabel('Your backend’s URL').fill(backend.url)
  await dialog.getByLabel('How often').fill('5')
  await dialog.getByRole('button', { name: 'Send 5 times' }).click()
  await expect.poll(() => backend.requests.length).toBe(1)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status', { name: 'Progress' })).toContainText('Cancelled: 0 of 5 requests')
  expect(backend.requests).toHaveLength(1)
})

test('a host that is not local is warned of, and nothing goes there without a yes', async ({ running }) => {
  const { page } = running
  await sendPostback(running, TARGET)
  await openDetail(page, 'u one')
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Replay 1' })
  await dialog.getByText('Your backend', { exact: true }).click()
  await dialog.getByLabel('Your backend’s URL').fill('https://shop.example.com')
  await expect(dialog.getByRole('alert')).toContainText('shop.example.com is not on this computer')
  const send = dialog.getByRole('button', { name: 'Send', exact: true })
  await expect(send).toBeDisabled()
  await dialog.getByRole('checkbox', { name: /it is mine/ }).check()
  await expect(send).toBeEnabled()
  // Another host is another question.
  await dialog.getByLabel('Your backend’s URL').fill('https://other.example.com')
  await expect(send).toBeDisabled()
})

test('two postbacks are compared, with what differs marked', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1001&reward_amount=5&old=1')
  await sendPostback(running, '/hitpoint?reward_amount=5.0&user_id=u_1001')
  await expect(gridRow(page, 'u_1001')).toHaveCount(2)
  await gridRow(page, 'u_1001').last().click()
  const detail = page.getByRole('complementary', { name: 'Postback details' })
  await expect(detail).toHaveAttribute('aria-busy', 'false')
  await expect(detail).toContainText('Postback 1')
  await page.keyboard.press('x')
  await page.keyboard.press('m')
  await page.keyboard.press('k')
  await expect(detail).toContainText('Postback 2')
  await page.keyboard.press('x')
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog', { name: 'Compare 1 and 2' })
  const query = dialog.getByRole('table', { name: 'Query' })
  await expect(query.getByRole('row', { name: /reward_amount/ })).toContainText('changed')
  await expect(
    query
      .getByRole('row', { name: /reward_amount/ })
      .locator('mark')
      .last(),
  ).toHaveText('.0')
  await expect(query.getByRole('row', { name: /^old/ })).toContainText('removed')
  await expect(query.getByText('↕ moved')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Only what differs' }).check()
  await expect(dialog.getByRole('row', { name: 'Method' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.keyboard.press('x')
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog', { name: 'Compare 1 and 2' })).toBeVisible()
})
