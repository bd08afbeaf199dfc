import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { SELF_SIGNED } from '../integration/forwarder/self-signed.ts'
import { expect, type Running, test } from './fixtures.ts'
import { electronArguments, required } from './support/desktop.ts'
import { gridRow, sendPostback } from './support/screen.ts'

const SCREEN = 'app://inspector.invalid/index.html'

/** This file is left out of the browser face. */
const appOf = ({ desktop }: Running): ElectronApplication => desktop as ElectronApplication

/** Asked by the host: the driver’s own connection may be that of a page that is gone. */
function inPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, text) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.isCrashed() || contents.isLoading()) return null
    return contents.mainFrame.executeJavaScript(text).catch(() => null)
  }, script)
}

for (const [what, script] of [
  ['about:blank', 'location.href = "about:blank"'],
  ['about:srcdoc', 'location.replace("about:srcdoc")'],
  [
    'a form that leads to about:blank',
    '{ const form = document.createElement("form"); form.action = "about:blank"; document.body.append(form); form.submit() }',
  ],
] as const) {
  test(`a page that is led away to ${what} is brought back to where it was`, async ({ running }) => {
    const app = appOf(running)
    await sendPostback(running, '/hitpoint?user_id=before&reward_amount=1')
    await inPage(app, 'location.hash = "#/users"; true')
    await expect.poll(() => inPage(app, 'document.title')).toContain('Users')
    await inPage(app, 'window.loadedBefore = true')
    await inPage(app, `${script}; true`)
    // Chromium asks nobody before such a move, so the page has to come anew.
    await expect
      .poll(() =>
        inPage(
          app,
          "[location.href, 'loadedBefore' in window, document.querySelectorAll('nav[aria-label=Views]').length].join(' ')",
        ),
      )
      .toBe(`${SCREEN}#/users false 1`)
    await sendPostback(running, '/hitpoint?user_id=after&reward_amount=1')
    await inPage(app, 'location.hash = "#/postbacks"; true')
    await expect
      .poll(() => inPage(app, "document.querySelector('[role=grid][aria-label=Postbacks]')?.textContent ?? ''"))
      .toMatch(/after.*before/s)
  })
}

test('a certificate that nobody vouches for is not accepted, not even where the network is let through', async ({
  running,
}) => {
  const app = appOf(running)
  const asked: string[] = []
  const server = createServer(SELF_SIGNED, (request, reply) => {
    asked.push(request.url ?? '')
    reply.end('outside')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const said = await app.evaluate(async ({ BrowserWindow, session }, url) => {
    const own = session.defaultSession
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'accepted',
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
    const walled = await outcome(own.fetch(`${url}/walled`))
    own.webRequest.onBeforeRequest(null)
    const fetched = await outcome(own.fetch(`${url}/fetched`))
    const window = new BrowserWindow({ show: false })
    const loaded = await outcome(window.loadURL(`${url}/loaded`))
    window.destroy()
    // Shows that the asking itself is right.
    const careless = session.fromPartition('careless')
    careless.webRequest.onBeforeRequest(null)
    careless.setCertificateVerifyProc((_request, decide) => {
      decide(0)
    })
    const trusted = await outcome(careless.fetch(`${url}/trusted`))
    return { walled, fetched, loaded, trusted }
  }, base)
  console.log(`certificate: ${JSON.stringify(said)}`)
  expect(said.walled).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(said.fetched).toContain('ERR_CERT_AUTHORITY_INVALID')
  expect(said.loaded).toContain('ERR_CERT_AUTHORITY_INVALID')
  expect(said.trusted).toBe('accepted')
  expect(asked).toEqual(['/trusted'])
  server.closeAllConnections()
  server.close()
})

const isReached = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${String(port)}/json/version`).then(
    () => true,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('a second start, whatever it is started with, brings nothing into the first', async ({ running, face }) => {
  test.setTimeout(180_000)
  const app = appOf(running)
  const state = async (): Promise<unknown> => ({
    // Except for what moves by itself.
    overview: await inPage(
      app,
      "window.inspectorBridge.call({ type: 'call', id: 1, procedure: 'app.overview', input: {} }).then((text) => JSON.parse(text)).then(({ output: { receiver, settings, info } }) => JSON.stringify({ receiver, settings, info }))",
    ),
    page: await inPage(app, 'location.href'),
    windows: app.windows().length,
    command: await app.evaluate(({ app: electron }) =>
      ['port', 'tunnel', 'data', 'remote-debugging-port'].map((name) => electron.commandLine.getSwitchValue(name)),
    ),
  })
  const before = await state()
  await app.evaluate(({ app: electron }) => {
    const heard: string[][] = []
    Object.assign(globalThis, { heard })
    electron.on('second-instance', (_event, argv) => heard.push(argv))
  })
  const [port, debug, inspect] = [await freePort(), await freePort(), await freePort()]
  const own = `--data=${face.dataFolder}`
  const tried: readonly (readonly string[])[] = [
    [own, `--port=${String(port)}`, '--tunnel=https://evil.example', '--subdomain=stolen'],
    [own, 'https://evil.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'app://elsewhere/index.html#/settings'],
    [own, `--remote-debugging-port=${String(debug)}`, '--ignore-certificate-errors', '--disable-web-security'],
    [`--inspect=127.0.0.1:${String(inspect)}`, own],
    [own, '--', '--port=1', '--user-data-dir=/nowhere', '\u001b[31m\u202e', 'x'.repeat(10_000)],
  ]
  for (const args of tried) {
    const second = start(args)
    const [code] = (await once(second, 'exit')) as [number | null]
    expect(code, args.join(' ').slice(0, 100)).toBe(0)
  }
  await expect.poll(() => app.evaluate(() => (Reflect.get(globalThis, 'heard') as unknown[]).length)).toBe(tried.length)
  // Chromium would end the first one, since it cannot take in so much. The dialog waits for a person.
  const endless = start([own, 'x'.repeat(50_000)])
  let said = ''
  endless.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  await expect.poll(() => said, { timeout: 60_000 }).toContain('The command line is longer than 16384 bytes.')
  endless.kill('SIGKILL')
  await once(endless, 'exit')
  expect(await state()).toEqual(before)
  for (const one of [port, debug, inspect]) expect(await isReached(one)).toBe(false)

  // Another folder is an inspector of its own: it takes nothing from the first, and leaves it alone.
  const other = start([`--data=${join(face.dataFolder, 'elsewhere')}`, `--port=${String(port)}`, '--tunnel=none'])
  try {
    await expect.poll(() => isReached(port), { timeout: 60_000 }).toBe(true)
    expect(await state()).toEqual(before)
    await sendPostback(running, '/hitpoint?user_id=still-the-first&reward_amount=1')
    await expect(gridRow(running.page, 'still-the-first')).toBeVisible()
  } finally {
    other.kill('SIGTERM')
    await once(other, 'exit')
  }
})

function start(args: readonly string[]): ChildProcess {
  return spawn(required('ADJUMP_INSPECTOR_ELECTRON'), ['--no-sandbox', ...electronArguments(args)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}
