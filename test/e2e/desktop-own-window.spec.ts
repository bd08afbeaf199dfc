import type { ElectronApplication, Page } from '@playwright/test'
import { expect, type Running, test } from './fixtures.ts'
import { startOutside } from './support/outside.ts'
import { appOf } from './support/own-window.ts'
import { goTo, gridRow, openDetail, sendPostback } from './support/screen.ts'

/** Opens the row's postback in a window of its own, as the key does. */
async function openOwnWindow(running: Running, text: string): Promise<Page> {
  const app = appOf(running)
  await openDetail(running.page, text)
  const [own] = await Promise.all([app.waitForEvent('window'), running.page.keyboard.press('Control+Enter')])
  await expect(own.getByRole('region', { name: 'Postback details' })).toHaveAttribute('aria-busy', 'false')
  return own
}

const details = (page: Page) => page.getByRole('region', { name: 'Postback details' })

/** What the host keeps for its windows. */
const windowsOf = (app: ElectronApplication): Promise<{ url: string; preferences: Record<string, unknown> }[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron's types do not name this method.
      const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag } = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
      return {
        url: webContents.getURL(),
        preferences: { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag },
      }
    }),
  )

test('a postback has a window of its own, lean and live, while the list goes on', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_first&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_second&reward_amount=6')
  const own = await openOwnWindow(running, 'u_first')
  await expect(details(own)).toContainText('u_first')
  await expect(own).toHaveTitle('Postback 1 · Adjump Inspector')
  await expect(own.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await expect(own.getByRole('button', { name: 'Open in its own window' })).toBeHidden()

  // The main window shows another one meanwhile, and what is done in one is seen in the other.
  await openDetail(page, 'u_second')
  await own.keyboard.press('b')
  await expect(gridRow(page, 'u_first').getByTitle('pinned')).toBeVisible()

  // Once more brings it forward; another one has another.
  await openDetail(page, 'u_first')
  await page.keyboard.press('Control+Enter')
  const other = await openOwnWindow(running, 'u_second')
  await expect(details(other)).toContainText('u_second')
  expect(app.windows()).toHaveLength(3)
  // It is gone before the key could be let go of.
  await other.keyboard.down('Escape').catch(() => {})
  await expect.poll(() => app.windows().length).toBe(2)
})

test('such a window is walled as the main one is, and what leads elsewhere is shown there', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  const outside = await startOutside()
  await sendPostback(running, '/hitpoint?user_id=u_first&reward_amount=5')
  const own = await openOwnWindow(running, 'u_first')
  const [main, second] = await windowsOf(app)
  expect(second?.preferences).toEqual(main?.preferences)
  expect(second?.preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
  const bridge = await own.evaluate(() => Object.keys(Reflect.get(window, 'inspectorBridge') as object))
  expect(bridge).toEqual(['call', 'subscribe'])
  expect(
    await own.evaluate(
      (url) =>
        fetch(url).then(
          () => 'sent',
          () => 'refused',
        ),
      outside.url,
    ),
  ).toBe('refused')
  expect(await own.evaluate((url) => window.open(url) === null, outside.url)).toBe(true)
  expect(outside.asked).toEqual([])
  outside.close()

  const before = own.url()
  await own.evaluate(() => {
    window.location.hash = '#/tunnel'
  })
  await expect(page.getByRole('heading', { name: 'Tunnel', exact: true })).toBeVisible()
  expect(own.url()).toBe(before)
  await expect(details(own)).toContainText('u_first')
})

test('a page that ends is brought back in its own window, and a window that is closed leaves nothing', async ({
  running,
}) => {
  const app = appOf(running)
  await sendPostback(running, '/hitpoint?user_id=u_first&reward_amount=5')
  await openOwnWindow(running, 'u_first')
  const ask = (script: string): Promise<unknown> =>
    app.evaluate(async ({ BrowserWindow }, text) => {
      const contents = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('/window/'),
      )?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return null
      return contents.mainFrame.executeJavaScript(text).catch(() => null)
    }, script)
  const shown = "document.querySelector('section[aria-label=\"Postback details\"]')?.textContent ?? ''"
  const processOf = (): Promise<number> =>
    app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.webContents.getURL().includes('/window/'))
          ?.webContents.getOSProcessId() ?? 0,
    )
  await ask('window.loadedBefore = true')
  const before = await processOf()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/window/'))
      ?.webContents.forcefullyCrashRenderer()
  })
  // What is asked of a page that is just ending has no answer.
  await expect.poll(async () => [0, before].includes(await processOf()), { timeout: 30_000 }).toBe(false)
  await expect.poll(() => ask(`'loadedBefore' in window ? '' : ${shown}`), { timeout: 30_000 }).toContain('u_first')

  const processes = (): Promise<number> =>
    app.evaluate(({ app: electron }) => electron.getAppMetrics().filter(({ type }) => type === 'Tab').length)
  const withBoth = await processes()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/window/'))
      ?.close()
  })
  await expect.poll(processes).toBe(withBoth - 1)
  await sendPostback(running, '/hitpoint?user_id=u_after&reward_amount=5')
  await expect(gridRow(running.page, 'u_after')).toBeVisible()
})

test('there are no more such windows than a computer can bear', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_first&reward_amount=5')
  await goTo(page, 'Settings')
  const refused = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'inspectorBridge') as { call(message: unknown): Promise<string> }
    for (let id = 1; id <= 12; id += 1) {
      const text = await bridge.call({ type: 'call', id, procedure: 'desktop.openPostback', input: { id } })
      const answer = JSON.parse(text) as { type: string; error?: { message: string } }
      if (answer.type === 'error') return answer.error?.message ?? ''
    }
    return ''
  })
  expect(refused).toBe('There are 8 windows of postbacks open: close one of them first.')
  await expect.poll(() => app.windows().length).toBe(9)
})
