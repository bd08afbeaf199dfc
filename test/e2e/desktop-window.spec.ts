import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures.ts'
import { electronArguments, launchDesktop, required } from './support/desktop.ts'

const options = (dataFolder: string): string[] => [`--data=${dataFolder}`, '--port=0', '--tunnel=none']

async function open(dataFolder: string, ready = true): Promise<ElectronApplication> {
  const app = await launchDesktop(options(dataFolder))
  const page = await app.firstWindow()
  if (ready) await page.getByRole('navigation').first().waitFor()
  return app
}

test('the window is locked down as the house rules say', async ({ face }) => {
  const app = await open(face.dataFolder)
  const page = await app.firstWindow()
  expect(new URL(page.url()).protocol).toBe('app:')
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron's types do not name this method.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { contextIsolation, sandbox, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
    return { contextIsolation, sandbox, nodeIntegration, webSecurity }
  })
  expect(preferences).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true })
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false)
  expect(
    await page.evaluate(() => Object.keys((window as unknown as { inspectorBridge: object }).inspectorBridge)),
  ).toEqual(['call', 'subscribe'])
  await app.close()
})

test('the window goes nowhere and opens nothing', async ({ face }) => {
  let visits = 0
  const outside = createServer((_request, response) => {
    visits += 1
    response.end('outside')
  }).listen(0, '127.0.0.1')
  await once(outside, 'listening')
  const url = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}/`
  const app = await open(face.dataFolder)
  const page = await app.firstWindow()
  const before = page.url()
  expect(await page.evaluate((target) => window.open(target) === null, url)).toBe(true)
  // The policy forbids even a request.
  const sent = (target: string): Promise<string> =>
    fetch(target).then(
      () => 'sent',
      () => 'refused',
    )
  expect(await page.evaluate(sent, url)).toBe('refused')
  const denied = await app.evaluate(async ({ BrowserWindow }, target) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return 'no window'
    const asked = new Promise<boolean>((resolve) => {
      contents.once('will-frame-navigate', (event) => {
        resolve(event.defaultPrevented)
      })
    })
    // A denied navigation leaves this promise pending for good.
    void contents.executeJavaScript(`location.href = ${JSON.stringify(target)}; true`)
    return (await asked) ? contents.getURL() : 'let through'
  }, url)
  expect(denied).toBe(before)
  expect(app.windows()).toHaveLength(1)
  expect(visits).toBe(0)
  await app.close()
  outside.close()
})

test('the dashboard URL is copied, though the window has no permission for the clipboard', async ({ face }) => {
  const app = await open(face.dataFolder)
  const page = await app.firstWindow()
  await page.getByRole('button', { name: 'Copy local URL only' }).click()
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hitpoint\?user_id=\{user_id\}&reward_amount=\{reward_amount\}$/)
  await app.close()
})

test('a second start on the same folder brings the first window forward and ends', async ({ face }) => {
  const app = await open(face.dataFolder)
  const args = ['--no-sandbox', ...electronArguments(options(face.dataFolder))]
  const second = spawn(required('ADJUMP_INSPECTOR_ELECTRON'), args, { stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(app.windows()).toHaveLength(1)
  await app.close()
})

test('the window comes back where it stood', async ({ face }) => {
  const bounds = { x: 40, y: 30, width: 900, height: 640 }
  const first = await open(face.dataFolder)
  await first.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
  }, bounds)
  await first.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await first.waitForEvent('close')
  const second = await open(face.dataFolder)
  expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds)
  await second.close()
})

test('a newer database is left alone, and a dialog says so', async ({ face }) => {
  const first = await open(face.dataFolder)
  await first.close()
  const [file] = await databaseFiles(face.dataFolder)
  const database = new Database(join(face.dataFolder, file ?? ''))
  database.pragma('user_version = 999999')
  database.close()

  const args = ['--no-sandbox', ...electronArguments(options(face.dataFolder))]
  const app = spawn(required('ADJUMP_INSPECTOR_ELECTRON'), args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  app.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString()
  })
  // The dialog waits for a person; the same sentence stands on standard error.
  await expect.poll(() => stderr).toMatch(/newer version/i)
  app.kill('SIGKILL')
  await once(app, 'exit')
})

async function databaseFiles(folder: string): Promise<string[]> {
  const { readdir } = await import('node:fs/promises')
  const names = await readdir(folder)
  return names.filter((name) => /\.(db|sqlite3?)$/.test(name) && !name.includes('lock'))
}
