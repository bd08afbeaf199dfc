import type { Locator, Page } from '@playwright/test'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import { expect, test } from './fixtures.ts'
import { picture } from './support/picture.ts'
import { sendPostback } from './support/screen.ts'

const MINUTE = 60_000
/** The newest of what is stored beforehand came so long ago; some seconds more pass until it is looked at. */
const AGO = 14 * MINUTE + 5000

/** Sixty postbacks, 20 s apart: every sixth without an amount, one with a decimal comma; and an hour of an outage before. */
async function storeStopped(folder: string): Promise<void> {
  const store = await createSqlitePostbackStore({ folder, appVersion: '0.0.0' })
  const end = Date.now() - AGO
  for (let n = 59; n >= 0; n -= 1) {
    const amount = n % 6 === 0 ? '' : `&reward_amount=${n === 7 ? '1,50' : String(n + 1)}`
    const target = `/hitpoint?user_id=u_${String(n)}${amount}`
    await store.append(aCapturedRequest({ target, receivedAt: end - n * 20_000 }), OK_REPLY)
  }
  await store.append(aCapturedRequest({ target: '/favicon.ico', receivedAt: end }), OK_REPLY)
  const outage = await store.openOutage('tunnel-down', end - 120 * MINUTE, 'The tunnel server went away.')
  await store.closeOutage(outage.id, end - 60 * MINUTE)
  await store.close()
}

async function goToInsights(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { name: 'Insights' })).toBeVisible()
}

const section = (page: Page, name: string): Locator => page.getByRole('region', { name })

test('a stream that stopped is told in words, with what share failed and which finding leads', async ({ face }) => {
  await storeStopped(face.dataFolder)
  const running = await face.start()
  const { page } = running
  await goToInsights(page)
  await expect(section(page, 'Is it still coming?')).toContainText(
    'The last postback came 14 min ago; the 50 before it came every 20 s on average: they stopped.',
  )
  await expect(section(page, 'Is it still coming?').getByRole('list', { name: 'Outages' })).toContainText(
    /The tunnel was down from .* to .*The tunnel server went away\./,
  )
  await expect(section(page, 'What share failed?')).toContainText('11 of 60 postbacks failed (18.3 %).')
  const codes = section(page, 'Which finding leads?')
  await expect(codes).toContainText('10 of 60 postbacks have param-missing.')
  const rows = codes.getByRole('table', { name: 'Findings' }).getByRole('row')
  await expect(rows.nth(1)).toContainText(/param-missing.*Error.*10.*16\.7/)
  await expect(rows.nth(2)).toContainText(/amount-decimal-comma.*1.*1\.7/)
  await picture(running, 'insights')

  await rows.nth(1).getByRole('link', { name: 'param-missing' }).click()
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toHaveValue(/^code:param-missing since:/)
  await expect(page.getByRole('grid', { name: 'Postbacks' })).toHaveAttribute('aria-rowcount', '11')
})

test('every chart is a table as well, and its slices are reached by the keys', async ({ face }) => {
  await storeStopped(face.dataFolder)
  const running = await face.start()
  const { page } = running
  await goToInsights(page)
  await page.getByRole('group', { name: 'Span' }).getByText('1 h', { exact: true }).click()
  const cursor = page.getByRole('slider', { name: 'Postbacks over time' })
  await cursor.focus()
  await expect(cursor).toHaveAttribute('aria-valuetext', /: [12] postbacks?.*\.$/)
  const last = Number(await cursor.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect(cursor).toHaveAttribute('aria-valuenow', String(last - 1))
  await page.keyboard.press('Home')
  await expect(cursor).toHaveAttribute('aria-valuetext', /: nothing came\./)
  await page.keyboard.press('End')
  await expect(cursor).toHaveAttribute('aria-valuetext', /: nothing came\./)
  await picture(running, 'insights-cursor')

  const table = page.getByRole('table', { name: /^Postbacks over time/ })
  const sum = async (): Promise<number> => {
    const cells = await table.getByRole('row').locator('td:last-child').allTextContents()
    return cells.reduce((total, text) => total + Number(text), 0)
  }
  // For those who hear it, it is there beside the chart.
  expect(await sum()).toBe(60)
  await page.keyboard.press('i')
  await page.keyboard.press('t')
  await expect(cursor).toBeHidden()
  await expect(table).toBeVisible()
  expect(await sum()).toBe(60)
  await expect(page.getByRole('table', { name: /^Share that failed/ })).toBeVisible()
  await picture(running, 'insights-tables')
  await page.getByText('Charts', { exact: true }).click()
  await cursor.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toHaveValue(/^since:\S+ until:\S+$/)
})

test('with little to go by nothing is claimed, and what arrives is counted at once', async ({ running }) => {
  const { page } = running
  await goToInsights(page)
  await expect(section(page, 'Is it still coming?')).toContainText('No postback has come yet.')
  await expect(section(page, 'What share failed?')).toContainText('No postback came in this span.')
  await expect(section(page, 'Which finding leads?')).toContainText('No postback came in this span.')
  await picture(running, 'insights-empty')
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(section(page, 'Is it still coming?')).toContainText('It is the only one: too few to say')
  await expect(section(page, 'What share failed?')).toContainText('0 of 1 postback failed (0 %).')
  await sendPostback(running, '/hitpoint?user_id=u_1')
  await expect(section(page, 'What share failed?')).toContainText('1 of 2 postbacks failed (50.0 %).')
  await expect(section(page, 'Which finding leads?')).toContainText('1 of 2 postbacks has param-missing.')
})

test('all that is stored is shown from its first day on', async ({ face }) => {
  const store = await createSqlitePostbackStore({ folder: face.dataFolder, appVersion: '0.0.0' })
  const first = Date.now() - 100 * 24 * 60 * MINUTE
  for (let n = 0; n < 5; n += 1) {
    await store.append(aCapturedRequest({ receivedAt: first + n * 24 * 60 * MINUTE }), OK_REPLY)
  }
  await store.close()
  const { page } = await face.start()
  await goToInsights(page)
  await expect(section(page, 'What share failed?')).toContainText('No postback came in this span.')
  await page.getByRole('group', { name: 'Span' }).getByText('All', { exact: true }).click()
  await expect(section(page, 'What share failed?')).toContainText('0 of 5 postbacks failed')
  await expect(section(page, 'Is it still coming?')).toContainText(/Only 4 came before it/)
})
