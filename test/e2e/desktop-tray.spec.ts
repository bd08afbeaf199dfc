import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test as withFaces } from './fixtures.ts'
import { electronArguments, launchDesktop, required } from './support/desktop.ts'
import { aDesktopBus } from './support/manners.ts'
import { appOf, inPage } from './support/own-window.ts'
import { goTo, gridRow, sendPostback } from './support/screen.ts'

/** A desktop whose bus says that there is a tray, until the test says otherwise. */
const test = withFaces.extend<{ bus: ReturnType<typeof aDesktopBus> }>({
  bus: async ({ baseURL: _none }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-bus-'))
    await use(aDesktopBus(folder))
    rmSync(folder, { recursive: true, force: true })
  },
})

const isSeen = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

/** Waits until the app on this folder has started as far as to capture. */
async function captures(dataFolder: string): Promise<void> {
  const log = join(dataFolder, 'logs/inspector.log')
  await expect.poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : '')).toContain('receiver listening')
}

const windowCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** Starts the app once more on this folder, and waits until that start has ended. */
async function startAgain(dataFolder: string): Promise<void> {
  const args = ['--no-sandbox', ...electronArguments([`--data=${dataFolder}`])]
  const second = spawn(required('ADJUMP_INSPECTOR_ELECTRON'), args, { stdio: 'ignore' })
  await once(second, 'exit')
}

test('closed to the tray, the window is hidden, captures go on, and a second start brings it back as it was', async ({
  face,
  bus,
}) => {
  const running = await face.start(['--tunnel=none'], bus.env)
  const app = appOf(running)
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=before&reward_amount=1')
  await goTo(page, 'Settings')
  const section = page.getByRole('region', { name: 'Desktop', exact: true })
  await section.getByRole('checkbox', { name: 'Keep running in the tray' }).check()
  await expect(section).toContainText('The icon is in the tray.')
  await goTo(page, 'Postbacks')
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('user:before')
  await expect.poll(() => isSeen(app)).toBe(true)

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => isSeen(app)).toBe(false)
  await sendPostback(running, '/hitpoint?user_id=meanwhile&reward_amount=1')
  await startAgain(face.dataFolder)
  await expect.poll(() => isSeen(app)).toBe(true)
  await expect(page.getByRole('combobox', { name: 'Filter postbacks' })).toHaveValue('user:before')
  await page.getByRole('combobox', { name: 'Filter postbacks' }).fill('')
  await expect(gridRow(page, 'meanwhile')).toBeVisible()

  // The panel ends while nothing but its icon leads to the window.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => isSeen(app)).toBe(false)
  bus.hasTray(false)
  await inPage(app, "window.inspectorBridge.call({ type: 'call', id: 1, procedure: 'desktop.state', input: {} })")
  await expect.poll(() => isSeen(app)).toBe(true)

  // Quitting is quitting, whatever closing means.
  bus.hasTray(true)
  await inPage(app, "window.inspectorBridge.call({ type: 'call', id: 1, procedure: 'desktop.state', input: {} })")
  const ended = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => {
    electron.quit()
  })
  await ended
})

test('a start at login opens no window where the tray leads to it, and captures', async ({ face, bus }) => {
  const app = await launchDesktop([`--data=${face.dataFolder}`, '--port=0', '--tunnel=none', '--hidden'], bus.env)
  await captures(face.dataFolder)
  expect(await windowCount(app)).toBe(0)
  await startAgain(face.dataFolder)
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Views' }).waitFor()
  expect(await windowCount(app)).toBe(1)
  await app.close()
})

test('a start at login is to be found in the taskbar where there is no tray', async ({ face }) => {
  const app = await launchDesktop([`--data=${face.dataFolder}`, '--port=0', '--tunnel=none', '--hidden'])
  // What is asked of a process that is still loading may be collected before it is answered.
  await captures(face.dataFolder)
  await expect.poll(() => windowCount(app)).toBe(1)
  await app.close()
})

test('the tray’s icon says what its menu says', async ({ face, bus }) => {
  const running = await face.start(['--tunnel=none'], bus.env)
  const app = appOf(running)
  await app.evaluate(({ BrowserWindow, Tray }) => {
    const drawn: { tooltip: string; lines: string[] } = { tooltip: '', lines: [] }
    const menus: Electron.Menu[] = []
    Object.assign(globalThis, { drawn, menus })
    Tray.prototype.setToolTip = (text) => {
      drawn.tooltip = text
    }
    Tray.prototype.setContextMenu = (menu) => {
      if (menu === null) return
      menus.push(menu)
      drawn.lines = menu.items.map(({ label, type }) => (type === 'separator' ? '-' : label))
    }
    // As on a desktop where the user looks at something else.
    BrowserWindow.getFocusedWindow = () => null
  })
  const drawn = (): Promise<{ tooltip: string; lines: string[] }> =>
    app.evaluate(() => Reflect.get(globalThis, 'drawn') as { tooltip: string; lines: string[] })
  await sendPostback(running, '/hitpoint?user_id={user_id}&reward_amount=1')
  await expect.poll(async () => (await drawn()).tooltip).toContain('1 failure not seen yet')
  const { lines } = await drawn()
  expect(lines).toEqual([
    expect.stringMatching(/^Capturing on port \d+$/),
    'No tunnel: only this computer reaches it',
    '1 failure not seen yet',
    '-',
    'Open the inspector',
    'Copy the dashboard URL',
    '-',
    'Quit',
  ])
  await app.evaluate(({ clipboard }) => {
    clipboard.clear()
    const menus = Reflect.get(globalThis, 'menus') as Electron.Menu[]
    menus
      .at(-1)
      ?.items.find(({ label }) => label === 'Copy the dashboard URL')
      ?.click()
  })
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hitpoint\?user_id=\{user_id\}&reward_amount=\{reward_amount\}$/)
})
