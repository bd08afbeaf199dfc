import type { Page } from '@playwright/test'
import { startBackend } from '../support/backend.ts'
import { expect, test } from './fixtures.ts'
import { gridRow } from './support/screen.ts'

async function openSimulator(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Simulator' }).click()
  await expect(page.getByRole('heading', { name: 'Simulator' })).toBeVisible()
}

test('a composed postback shows its encoding, is sent, and leads to what was captured', async ({ running }) => {
  const { page } = running
  await openSimulator(page)
  await page.getByLabel('User id').fill('a b+ü&x')
  await page.getByLabel('Reward amount').fill('9007199254740993.10')
  await expect(page.getByLabel('Target', { exact: true }).last()).toHaveText(
    '/hitpoint?user_id=a%20b%2B%C3%BC%26x&reward_amount=9007199254740993.10',
  )
  await expect(page.getByLabel('Whole URL')).toContainText(`${running.receiverUrl}/hitpoint?user_id=a%20b`)
  await expect(page.getByLabel('Bytes on the wire').last()).toContainText('GET /hitpoint?user_id=a%20b%2B')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const results = page.getByRole('table', { name: 'Results' })
  await expect(results).toContainText('200')
  await results.getByRole('link', { name: 'Postback 1' }).click()
  await expect(gridRow(page, 'a b+ü&x')).toBeVisible()
  // What was typed is still there.
  await openSimulator(page)
  await expect(page.getByLabel('User id')).toHaveValue('a b+ü&x')
  await expect(page.getByRole('table', { name: 'Results' })).toContainText('200')
})

test('a backend of the user’s own gets what was composed, as often as was asked for', async ({ running }) => {
  const { page } = running
  const backend = await startBackend((_request, reply, nth) => {
    reply.writeHead(nth % 2 === 0 ? 409 : 200).end(nth % 2 === 0 ? 'seen before' : 'OK')
  })
  await openSimulator(page)
  await page.getByText('Your backend', { exact: true }).click()
  await page.getByLabel('Your backend’s URL').fill(`${backend.url}/credit?key=1`)
  await page.getByRole('checkbox', { name: 'Leave reward_amount out' }).check()
  await page.getByRole('button', { name: 'Add a parameter' }).click()
  await page.getByLabel('Name 1').fill('txn')
  await page.getByLabel('Value 1').fill('t=1')
  await page.getByLabel('How often').fill('6')
  await page.getByLabel('At once').fill('2')
  await page.getByLabel('User id').press('ControlOrMeta+Enter')
  await expect(page.getByRole('status', { name: 'Progress' })).toContainText('All 6 were sent')
  await expect(page.getByRole('status', { name: 'Progress' })).toContainText('3 with a 2xx, 3 with another status')
  await expect(page.getByRole('table', { name: 'Results' })).toContainText('seen before')
  expect(new Set(backend.requests.map(({ target }) => target))).toEqual(
    new Set(['/credit?key=1&user_id=u_1001&txn=t%3D1']),
  )
  await backend.close()
})

test('a target edited by hand goes out as it is, and what HTTP cannot carry is refused', async ({ running }) => {
  const { page } = running
  await openSimulator(page)
  await page.getByText('By hand', { exact: true }).click()
  await page.getByLabel('Target by hand').fill('/hitpoint?user_id={user_id}&reward amount=5')
  await expect(page.getByText('The target holds a space')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()
  await page.getByLabel('Target by hand').fill('/hitpoint?user_id={user_id}&&reward_amount=5,0')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('table', { name: 'Results' }).getByRole('link', { name: 'Postback 1' }).click()
  await expect(page.getByRole('region', { name: 'Raw target' })).toHaveText(
    '/hitpoint?user_id={user_id}&&reward_amount=5,0',
  )
})

test('a wrong number stands beside its field, and a foreign host needs a yes', async ({ running }) => {
  const { page } = running
  await openSimulator(page)
  const send = page.getByRole('button', { name: /^Send/ })
  await page.getByLabel('How often').fill('1001')
  await expect(page.getByText('1000 times at most')).toBeVisible()
  await expect(send).toBeDisabled()
  await page.getByLabel('How often').fill('1')
  await page.getByText('Your backend', { exact: true }).click()
  await page.getByLabel('Your backend’s URL').fill('https://shop.example.com/x')
  await expect(send).toBeDisabled()
  await page.getByRole('checkbox', { name: /it is mine/ }).check()
  await expect(send).toBeEnabled()
})

test('the public URL is sent to through the tunnel', async ({ face }) => {
  const { page } = await face.start(['--tunnel=localtunnel', `--tunnel-host=${face.tunnelServer.url}`])
  await openSimulator(page)
  await page.getByText('Public URL', { exact: true }).first().click()
  await expect(page.getByLabel('Whole URL')).toContainText('localhost')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Results' }).getByRole('link', { name: 'Postback 1' })).toBeVisible()
})
