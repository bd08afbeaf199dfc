import { expect, test } from './fixtures.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

const QUERY = 'user_id=u_1&reward_amount=5'

test('one click gives the path a secret segment; the dashboard URL follows, and the old one is said to be old', async ({
  running,
}) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  await page.getByRole('button', { name: 'Add a secret segment' }).click()
  const path = page.getByRole('status', { name: 'Whole path' })
  await expect(path).toHaveText(/^\/hitpoint\/[A-Za-z0-9_-]{22}$/)
  const first = (await path.textContent()) ?? ''
  await expect(page.getByRole('status', { name: 'Dashboard URL' })).toContainText(`${first}?user_id={user_id}`)
  const bar = page.getByRole('status', { name: 'Path of Adjump changed' })
  await expect(bar).toContainText('The dashboard still has the old URL')
  await expect(bar).toContainText('/hitpoint?user_id={user_id}')
  await expect(bar).toContainText(`${first}?user_id={user_id}`)
  await sendPostback(running, `${first}?${QUERY}`)
  await sendPostback(running, '/hitpoint', 404)

  await page.getByRole('button', { name: 'Rotate' }).click()
  await expect(path).not.toHaveText(first)
  const second = (await path.textContent()) ?? ''
  await sendPostback(running, `${second}?user_id=u_2&reward_amount=5`)
  await sendPostback(running, `${first}?user_id=u_late&reward_amount=5`, 404)
  await bar.getByRole('button', { name: 'I have changed it' }).click()
  await expect(bar).toBeHidden()

  await goTo(page, 'Postbacks')
  await expect(gridRow(page, 'u_1')).toContainText('Pass')
  await expect(gridRow(page, 'u_2')).toContainText('Pass')
  const detail = await openDetail(page, 'u_late')
  await expect(detail).toContainText('path-unknown')
  await expect(detail).toContainText('It is the endpoint’s former secret path: the dashboard still has the old URL.')
  await expect(detail.getByRole('button', { name: 'Copy the dashboard URL' })).toBeVisible()
})

test('a rotation can be undone, and the segment removed', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const path = page.getByRole('status', { name: 'Whole path' })
  await page.getByRole('button', { name: 'Add a secret segment' }).click()
  await expect(path).not.toHaveText('/hitpoint')
  const first = (await path.textContent()) ?? ''
  await page.getByRole('button', { name: 'Rotate' }).click()
  await expect(path).not.toHaveText(first)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(path).toHaveText(first)
  await sendPostback(running, `${first}?${QUERY}`)
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(path).toHaveText('/hitpoint')
  await sendPostback(running, `/hitpoint?${QUERY}`)
  // The path is again what the dashboard was given first.
  await expect(page.getByRole('status', { name: 'Path of Adjump changed' })).toBeHidden()
})

test('the checker names a URL without the secret segment', async ({ running }) => {
  const { page } = running
  await goTo(page, 'Endpoints')
  const url = page.getByRole('status', { name: 'Dashboard URL' })
  await expect(url).toContainText('/hitpoint?')
  const bare = (await url.textContent()) ?? ''
  await page.getByRole('button', { name: 'Add a secret segment' }).click()
  await expect(url).not.toHaveText(bare)
  await page.getByRole('textbox', { name: 'Check the URL that stands in the dashboard' }).fill(bare)
  await expect(page.getByRole('region', { name: 'What the check found' })).toContainText(
    'without its secret last segment',
  )
})
