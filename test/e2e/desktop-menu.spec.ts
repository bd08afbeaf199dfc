import { expect, test } from './fixtures.ts'
import { lookAt, pressMenu } from './support/manners.ts'
import { appOf } from './support/own-window.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

const VIEWS = ['Postbacks', 'Verify', 'Users', 'Simulator', 'Endpoints', 'Tunnel', 'Settings']

test('the menu leads to every view', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  for (const view of VIEWS.toReversed()) {
    expect(await pressMenu(app, view)).toBe(true)
    await expect(page).toHaveTitle(`${view} · Adjump Inspector`)
  }
})

test('the menu does what the screen’s own actions do, also what another view has', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await goTo(page, 'Settings')
  expect(await pressMenu(app, 'Filter the postbacks')).toBe(true)
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toBeFocused()
  expect(await pressMenu(app, 'Find a command')).toBe(true)
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  // Behind a dialog nothing is done unseen.
  expect(await pressMenu(app, 'Pause or resume the list')).toBe(true)
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('Close the dialog that is open first.')
  await page.keyboard.press('Escape')
  expect(await pressMenu(app, 'Pause or resume the list')).toBe(true)
  await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible()
  expect(await pressMenu(app, 'Clear history…')).toBe(true)
  await expect(page.getByRole('dialog', { name: /history/i })).toBeVisible()
})

test('what concerns a postback is possible only where one is open, and is done there', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  await lookAt(app)
  expect(await pressMenu(app, 'Copy as JSON')).toBe(false)
  await openDetail(page, 'u_1')
  await expect.poll(() => pressMenu(app, 'Copy as JSON')).toBe(true)
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('"userId": "u_1"')
  expect(await pressMenu(app, 'Copy the link to it')).toBe(true)
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('adjump-inspector://postback/1')

  const [own] = await Promise.all([app.waitForEvent('window'), pressMenu(app, 'Open in its own window')])
  await own.getByRole('region', { name: 'Postback details' }).getByText('u_1').first().waitFor()
  await page.keyboard.press('Escape')
  // The window that has the focus is the one that is meant.
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    BrowserWindow.getFocusedWindow = () =>
      BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('/window/')) ?? null
    electron.emit('browser-window-focus')
  })
  await expect.poll(() => pressMenu(app, 'Write a note')).toBe(true)
  await expect(own.getByRole('textbox', { name: /note/i })).toBeFocused()
})
