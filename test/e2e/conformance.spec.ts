import type { Page } from '@playwright/test'
import { carelessBackend } from '../support/backends/careless-backend.ts'
import { exactBackend } from '../support/backends/exact-backend.ts'
import { type RewardBackend, type RunningBackend, serveBackend } from '../support/backends/reward-backend.ts'
import { test as base, expect } from './fixtures.ts'

/** Serves backends until the test is over. */
const test = base.extend<{ serve: (backend: RewardBackend) => Promise<RunningBackend> }>({
  serve: async ({ baseURL: _none }, use) => {
    const open: RunningBackend[] = []
    await use(async (backend) => {
      const running = await serveBackend(backend)
      open.push(running)
      return running
    })
    for (const backend of open) await backend.close()
  },
})

async function openConformance(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Simulator' }).click()
  await page.getByText('Conformance', { exact: true }).click()
}

async function runCheck(page: Page, url: string, balanceUrl = ''): Promise<void> {
  await page.getByLabel('Your backend’s URL').fill(url)
  await page.getByLabel('URL of a balance (optional)').fill(balanceUrl)
  await page.getByRole('button', { name: 'Run the check' }).click()
  await expect(page.getByRole('button', { name: 'Save report' })).toBeVisible({ timeout: 30_000 })
}

const scenario = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const count = (page: Page, text: string) => page.getByRole('list', { name: 'Counts' }).getByLabel(text, { exact: true })

test('a correct backend passes every scenario', async ({ running: { page }, serve }) => {
  const backend = await serve(exactBackend({ once: true, talks: false }))
  await openConformance(page)
  await runCheck(page, backend.url, backend.balanceUrl)
  for (const text of ['Pass 35', 'Warning 0', 'Fail 0', 'Open 0']) await expect(count(page, text)).toBeVisible()
})

test('a careless backend fails, and each failure says what was changed', async ({ running: { page }, serve }) => {
  const backend = await serve(carelessBackend({ talks: true }))
  await openConformance(page)
  await runCheck(page, backend.url)
  const large = scenario(page, 'Amount 2⁵³+1')
  await expect(large).toContainText('Fail')
  await expect(large).toContainText('9007199254740993 became 9007199254740992')
  await expect(large).toContainText('floating-point')
  await page.getByText(/^Problems/).click()
  await expect(scenario(page, 'First delivery')).toBeHidden()
  await expect(scenario(page, 'A user id that holds “%2B” itself (sent as %252B)')).toContainText('decoded twice')
  await large.getByRole('button', { name: 'Show exchange' }).click()
  await expect(large).toContainText('GET /hitpoint?user_id=adjump-test-')
})

test('what only the user can see is asked, the answer counts and is still there after a start anew', async ({
  face,
  serve,
}) => {
  const backend = await serve(exactBackend({ once: false, talks: false }))
  const first = await face.start()
  await openConformance(first.page)
  await runCheck(first.page, backend.url)
  await expect(count(first.page, 'Fail 0')).toBeVisible()
  const again = scenario(first.page, 'The same delivery again')
  await expect(again).toContainText('Open')
  await again.getByRole('button', { name: 'More than once' }).click()
  await expect(again).toContainText('Fail')
  await expect(count(first.page, 'Fail 1')).toBeVisible()
  await first.close()
  const { page } = await face.start()
  await openConformance(page)
  await expect(scenario(page, 'The same delivery again')).toContainText('Your answer: More than once')
  await expect(page.getByLabel('Your backend’s URL')).toHaveValue(backend.url)
  await scenario(page, 'The same delivery again').getByRole('button', { name: 'Take back' }).click()
  await expect(count(page, 'Fail 0')).toBeVisible()
})

test('nothing goes to a host that is not local before a yes', async ({ running: { page } }) => {
  await openConformance(page)
  await page.getByLabel('Your backend’s URL').fill('http://backend.invalid/hitpoint')
  await page.getByRole('button', { name: 'Run the check' }).click()
  await expect(page.getByText('Tick the box first: nothing was sent.')).toBeVisible()
  await page.getByLabel(/Send to backend\.invalid/).check()
  await page.getByRole('button', { name: 'Run the check' }).click()
  await expect(page.getByRole('alert', { name: 'How it ended' })).toContainText('backend.invalid')
})

test('a wrong URL is said beside its field, and a check can be cancelled', async ({ running: { page }, serve }) => {
  await openConformance(page)
  await page.getByLabel('Your backend’s URL').fill('nonsense')
  await page.getByRole('button', { name: 'Run the check' }).click()
  await expect(page.getByText('This is no URL: it starts with http:// or https:// and a host.')).toBeVisible()
  const silent = await serve({
    credit: () => new Promise(() => undefined),
    balance: () => ({ status: 200, body: '0' }),
  })
  await page.getByLabel('Your backend’s URL').fill(silent.url)
  await page.getByRole('button', { name: 'Run the check' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor()
  await page.keyboard.press('s')
  await page.keyboard.press('c')
  await expect(page.getByText('It was cancelled after 0 of 35 scenarios.')).toBeVisible()
})

test('chosen scenarios alone are run, and the report is saved as one file', async ({ running: { page }, serve }) => {
  const backend = await serve({
    credit: () => ({ status: 200, body: '<img src=x onerror=alert(1)>', headers: { 'Content-Type': 'text/html' } }),
    balance: () => ({ status: 200, body: '0' }),
  })
  await openConformance(page)
  await page.getByText('All 35 scenarios').click()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await page.getByLabel('Hostile text').check()
  await runCheck(page, backend.url)
  await expect(scenario(page, 'First delivery')).toBeHidden()
  // What is handed to the browser for saving, the same in both faces.
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob: Blob): string => {
      void blob.text().then((text) => document.documentElement.setAttribute('data-saved', text))
      return create(blob)
    }
  })
  await page.getByRole('button', { name: 'Save report' }).click()
  await page.getByRole('menuitem', { name: 'As HTML' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-saved', /^<!doctype html>[\s\S]*&lt;img src=x onerror/)
  expect(await page.locator('html').getAttribute('data-saved')).not.toMatch(/<img|<script/)
})
