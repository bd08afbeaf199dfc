import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { electronArguments, launchDesktop, required } from './support/desktop.ts'
import { appOf } from './support/own-window.ts'
import { goTo, sendPostback } from './support/screen.ts'

const REFUSED = 'A link was opened that leads nowhere in this inspector'

/** Opens a link as the system does while the app runs: by a second start, which ends at once. */
async function openLink(dataFolder: string, ...args: readonly string[]): Promise<void> {
  const all = ['--no-sandbox', ...electronArguments([`--data=${dataFolder}`, ...args])]
  const second = spawn(required('ADJUMP_INSPECTOR_ELECTRON'), all, { stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
}

const overviewOf = (app: ElectronApplication): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.executeJavaScript(
      "window.inspectorBridge.call({ type: 'call', id: 1, procedure: 'app.overview', input: {} }).then((text) => JSON.parse(text)).then(({ output: { receiver, settings, endpoints } }) => JSON.stringify({ receiver, settings, endpoints }))",
    ),
  )

test('a link opens its postback in the inspector that runs', async ({ face, running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=5')
  await goTo(page, 'Settings')
  await openLink(face.dataFolder, 'adjump-inspector://postback/2')
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toContainText('u_2')
  await openLink(face.dataFolder, '--', 'adjump-inspector://tunnel/')
  await expect(page).toHaveTitle('Tunnel · Adjump Inspector')
  await openLink(face.dataFolder, 'adjump-inspector://postback/999')
  await expect(page.getByText('There is no postback 999')).toBeVisible()
  await openLink(face.dataFolder, 'adjump-inspector://expectation/0b9f1b0e-6f57-4f3b-9c55-2f9f3d6c1a77')
  await expect(page.getByText('The expectation that led here is not among these')).toBeVisible()
  expect(appOf(running).windows()).toHaveLength(1)
})

test('a link opens the inspector that does not run yet', async ({ face }) => {
  const before = await face.start()
  await sendPostback(before, '/hitpoint?user_id=u_1&reward_amount=5')
  await before.close()
  const options = [`--data=${face.dataFolder}`, '--port=0', '--tunnel=none']
  const first = await launchDesktop([...options, 'adjump-inspector://postback/1'])
  await expect((await first.firstWindow()).getByRole('complementary', { name: 'Postback details' })).toContainText(
    'u_1',
  )
  await first.close()
  const second = await launchDesktop([...options, 'adjump-inspector://postback/../../etc/passwd'])
  const page = await second.firstWindow()
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText(REFUSED)
  await expect(page).toHaveTitle('Postbacks · Adjump Inspector')
  await second.close()
})

test('a hostile link does nothing but be told of', async ({ face, running }) => {
  test.setTimeout(180_000)
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await goTo(page, 'Endpoints')
  const before = { overview: await overviewOf(app), url: page.url() }
  const messages = page.getByRole('log', { name: 'Messages' })
  for (const link of [
    'adjump-inspector://settings/clear',
    'adjump-inspector://postback/1?run=replay',
    'adjump-inspector://postback/1#<script>alert(1)</script>',
    'adjump-inspector://postback/%2e%2e%2f%2e%2e%2fsettings',
    'adjump-inspector:javascript:alert(1)',
    'ADJUMP-INSPECTOR://postback/1',
    `adjump-inspector://postback/${'9'.repeat(8000)}`,
    'adjump-inspector://postback/1 --port=1 --tunnel=https://evil.example',
  ]) {
    await openLink(face.dataFolder, link)
    await expect(messages, link.slice(0, 80)).toContainText(REFUSED)
    await messages.getByRole('button', { name: 'Dismiss' }).first().click()
    await expect(messages).not.toContainText(REFUSED)
    expect({ overview: await overviewOf(app), url: page.url() }, link.slice(0, 80)).toEqual(before)
  }
  expect(app.windows()).toHaveLength(1)
})
