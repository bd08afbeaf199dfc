import type { ElectronApplication } from '@playwright/test'
import { EVERYTHING } from '../../src/core/filter.ts'
import { expect, type Running, test } from './fixtures.ts'

/** Sends a postback every 20 ms until it is stopped; every status that came back, in order. */
function sendSteadily(running: Running): { stop(): Promise<readonly number[]> } {
  const statuses: number[] = []
  const under = new Set<Promise<unknown>>()
  let sent = 0
  const timer = setInterval(() => {
    sent += 1
    const one: Promise<unknown> = fetch(
      `${running.receiverUrl}/hitpoint?user_id=steady-${String(sent)}&reward_amount=1`,
    )
      .then(
        (reply) => statuses.push(reply.status),
        () => statuses.push(0),
      )
      .finally(() => under.delete(one))
    under.add(one)
  }, 20)
  return {
    async stop() {
      // However short what went on meanwhile was: of nothing sent, nothing can be missing.
      await expect.poll(() => statuses.length).toBeGreaterThan(10)
      clearInterval(timer)
      await Promise.all(under)
      return statuses
    },
  }
}

const rendererOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

/** Asked by the host, since the driver's own connection to the page dies with it. Null while there is no page. */
function inPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, text) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.isCrashed() || contents.isLoading()) return null
    try {
      return await contents.mainFrame.executeJavaScript(text)
    } catch {
      return null
    }
  }, script)
}

const ROWS =
  "Number(document.querySelector('[role=grid][aria-label=Postbacks]')?.getAttribute('aria-rowcount') ?? 0) - 1"
const COUNT = `window.inspectorBridge.call({ type: 'call', id: 1, procedure: 'postback.counts', input: { filter: ${JSON.stringify(EVERYTHING)} } })
  .then((text) => JSON.parse(text).output.total)`

/** A browser's tab is looked after by the browser: the last spec is about it, the others about the app's window. */
function desktop({ desktop: app }: Running): ElectronApplication {
  if (app === null) throw new Error('Only the app looks after its window.')
  return app
}

async function expectBack(app: ElectronApplication, before: number): Promise<void> {
  await expect.poll(() => rendererOf(app), { timeout: 60_000 }).not.toBe(before)
  await expect
    .poll(() => inPage(app, "document.querySelector('nav[aria-label=Views]') !== null"), { timeout: 20_000 })
    .toBe(true)
}

async function expectComplete(app: ElectronApplication, statuses: readonly number[]): Promise<void> {
  expect(statuses.filter((status) => status !== 200)).toEqual([])
  expect(await inPage(app, COUNT)).toBe(statuses.length)
  await expect.poll(() => inPage(app, ROWS)).toBe(statuses.length)
  console.log(`renderer death: ${String(statuses.length)} sent meanwhile, all 200, all stored, all in the list`)
}

test('a page whose process is killed comes back with everything that came meanwhile', { tag: '@desktop' }, async ({
  running,
}) => {
  const app = desktop(running)
  const sender = sendSteadily(running)
  for (const death of ['kill', 'crash'] as const) {
    const before = await rendererOf(app)
    if (death === 'kill') process.kill(before, 'SIGKILL')
    else
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expectBack(app, before)
  }
  await expectComplete(app, await sender.stop())
})

test('a page that hangs is ended and loaded again', { tag: '@desktop' }, async ({ running }) => {
  test.setTimeout(120_000)
  const app = desktop(running)
  const sender = sendSteadily(running)
  const before = await rendererOf(app)
  await app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]
      ?.webContents.mainFrame.executeJavaScript('for (;;);')
      .catch(() => undefined)
  })
  await expectBack(app, before)
  await expectComplete(app, await sender.stop())
})

test('a page that ends again and again is not loaded for ever: a dialog asks, and captures go on', {
  tag: '@desktop',
}, async ({ running }) => {
  const app = desktop(running)
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((_window: unknown, options: { detail: string }) => {
      Object.assign(globalThis, { asked: options.detail })
      return new Promise((resolve) => {
        Object.assign(globalThis, { answer: resolve })
      })
    }) as unknown as typeof dialog.showMessageBox
  })
  const asked = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'asked') ?? null)
  const sender = sendSteadily(running)
  let before = 0
  for (let end = 1; end <= 4; end += 1) {
    before = await rendererOf(app)
    process.kill(before, 'SIGKILL')
    if (end < 4) await expectBack(app, before)
  }
  await expect.poll(asked).toContain(`received at ${running.receiverUrl}`)
  await app.evaluate(() => {
    const answer = Reflect.get(globalThis, 'answer') as (value: { response: number }) => void
    answer({ response: 0 })
  })
  await expectBack(app, before)
  await expectComplete(app, await sender.stop())
})

test('the death of the GPU’s process, as often as it comes back, ends neither the capture nor the window', {
  tag: '@desktop',
}, async ({ running }) => {
  const app = desktop(running)
  const gpu = (): Promise<number> =>
    app.evaluate(({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0)
  const sender = sendSteadily(running)
  let killed = 0
  for (let round = 0; round < 5; round += 1) {
    const pid = await gpu()
    if (pid === 0) break
    process.kill(pid, 'SIGKILL')
    killed += 1
    await expect.poll(gpu).not.toBe(pid)
  }
  console.log(`GPU process killed ${String(killed)} times`)
  await expectComplete(app, await sender.stop())
})

test('a fault in one view leaves the rest of the screen standing', { tag: '@desktop' }, async ({ running }) => {
  const app = desktop(running)
  const { page } = running
  const reply = await fetch(`${running.receiverUrl}/hitpoint?user_id=poisoned&reward_amount=1`)
  expect(reply.status).toBe(200)
  await expect(page.getByRole('grid', { name: 'Postbacks' })).toContainText('poisoned')
  // A time that no calendar has: it keeps to the contract, and no formatter takes it.
  await app.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => Promise<string>>
    const real = handlers.get('inspector:call')
    ipcMain.removeHandler('inspector:call')
    ipcMain.handle('inspector:call', async (event, message: { procedure: string }) => {
      const text = (await real?.(event, message)) ?? ''
      if (!message.procedure.startsWith('postback.')) return text
      return text.replaceAll(/"receivedAt":\d+/g, '"receivedAt":8700000000000000')
    })
  })
  await page.getByRole('grid', { name: 'Postbacks' }).getByRole('row').filter({ hasText: 'poisoned' }).click()
  const crash = page.getByRole('alert').filter({ hasText: 'ran into a fault of its own' })
  await expect(crash).toBeVisible()
  await expect(crash).toContainText(running.receiverUrl)
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await expect(page.getByRole('banner', { name: 'State' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('crash.png') })
  await crash.getByRole('button', { name: 'Copy details' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('RangeError')
  expect((await fetch(`${running.receiverUrl}/hitpoint?user_id=meanwhile&reward_amount=1`)).status).toBe(200)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Tunnel' }).click()
  await expect(crash).toHaveCount(0)
})

test('a browser’s tab that crashed is complete again once it is reloaded', { tag: '@browser' }, async ({ running }) => {
  const sender = sendSteadily(running)
  const address = running.page.url()
  const browser = running.page.context().browser()
  if (browser === null) throw new Error('The page belongs to no browser.')
  const crashed = running.page.waitForEvent('crash')
  void running.page.goto('chrome://crash').catch(() => undefined)
  await crashed
  const again = await browser.newPage()
  await again.goto(address)
  await again.getByRole('navigation', { name: 'Views' }).waitFor()
  const statuses = await sender.stop()
  expect(statuses.filter((status) => status !== 200)).toEqual([])
  await expect
    .poll(async () => Number(await again.getByRole('grid', { name: 'Postbacks' }).getAttribute('aria-rowcount')) - 1)
    .toBe(statuses.length)
})
