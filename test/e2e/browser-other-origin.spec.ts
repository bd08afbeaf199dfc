import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { runCli } from '../support/serve-process.ts'
import { required } from './support/desktop.ts'

/** A page of somebody else, an inspector with its screen, and a browser in which `evil.test` is this computer. */
interface Attack {
  readonly browser: Browser
  readonly page: Page
  /** Without the key: `http://127.0.0.1:PORT`. */
  readonly screen: string
  readonly key: string
  readonly port: string
  readonly close: () => Promise<void>
}

async function attackFrom(host: (port: number) => string): Promise<Attack> {
  const cli = runCli(['serve', '--json', '--port=0', '--ui-port=0', '--tunnel=none', `--data=${await folder()}`])
  const { url = '' } = await cli.line(({ event }) => event === 'ui.listening')
  const site = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.end('<!doctype html><title>another page</title><body></body>')
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const { port: sitePort } = site.address() as AddressInfo
  const browser = await chromium.launch({
    executablePath: required('ADJUMP_INSPECTOR_BROWSER'),
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP evil.test 127.0.0.1'],
      // A newer browser's own wall between the web and this computer would stand before ours, and ours is looked at.
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessSendPreflights',
    ],
  })
  const page = await browser.newPage()
  await page.goto(`http://${host(sitePort)}/`)
  const { origin, port, searchParams } = new URL(url)
  return {
    ...{ browser, page, screen: origin, key: searchParams.get('token') ?? '', port },
    async close() {
      await browser.close()
      site.close()
      await cli.stop('SIGINT')
    },
  }
}

async function folder(): Promise<string> {
  const { mkdtemp } = await import('node:fs/promises')
  return mkdtemp(`${(await import('node:os')).tmpdir()}/adjump-inspector-origin-`)
}

const SITES: Readonly<Record<string, (port: number) => string>> = {
  'another port of the same address': (port) => `127.0.0.1:${String(port)}`,
  'localhost, for 127.0.0.1': (port) => `localhost:${String(port)}`,
  'a name of somebody else': (port) => `evil.test:${String(port)}`,
}

for (const [name, host] of Object.entries(SITES)) {
  test(`a page on ${name} reads nothing and changes nothing, even with the key`, async () => {
    const { page, screen, key, close } = await attackFrom(host)
    const outcome = await page.evaluate(
      async ({ base, token }) => {
        const at = `${base}/${token}/`
        const ask = (url: string, init: RequestInit): Promise<string> =>
          fetch(url, init).then(
            (reply) => (reply.type === 'opaque' ? 'opaque' : `read ${String(reply.status)}`),
            () => 'refused',
          )
        const loaded = (tag: 'script' | 'img' | 'link', url: string): Promise<string> =>
          new Promise((resolve) => {
            const element = document.createElement(tag)
            element.addEventListener('load', () => resolve('loaded'))
            element.addEventListener('error', () => resolve('refused'))
            if (element instanceof HTMLLinkElement) {
              element.rel = 'stylesheet'
              element.href = url
            } else element.src = url
            document.body.append(element)
          })
        const socket = (): Promise<string> =>
          new Promise((resolve) => {
            const made = new WebSocket(`${at.replace('http', 'ws')}ws`)
            made.addEventListener('open', () => resolve('open'))
            made.addEventListener('error', () => resolve('refused'))
          })
        const events = (): Promise<string> =>
          new Promise((resolve) => {
            const made = new EventSource(at)
            made.addEventListener('open', () => resolve('open'))
            made.addEventListener('error', () => {
              made.close()
              resolve('refused')
            })
          })
        const framed = (): Promise<string> =>
          new Promise((resolve) => {
            const frame = document.createElement('iframe')
            frame.src = at
            frame.addEventListener('load', () => {
              resolve(frame.contentDocument === null ? 'closed' : 'read')
            })
            document.body.append(frame)
          })
        return {
          get: await ask(at, {}),
          simplePost: await ask(`${at}import`, { method: 'POST', body: 'x' }),
          preflighted: await ask(`${at}import`, { method: 'PUT', headers: { 'x-other': '1' }, body: 'x' }),
          script: await loaded('script', `${at}index.html`),
          image: await loaded('img', `${at}favicon.svg`),
          style: await loaded('link', `${at}index.html`),
          socket: await socket(),
          events: await events(),
          framed: await framed(),
        }
      },
      { base: screen, token: key },
    )
    expect(outcome).toEqual({
      ...{ get: 'refused', simplePost: 'refused', preflighted: 'refused', script: 'refused', image: 'refused' },
      ...{ style: 'refused', socket: 'refused', events: 'refused', framed: 'closed' },
    })
    // What was framed is no screen.
    for (const frame of page.frames().slice(1)) expect(await frame.locator('#root').count()).toBe(0)
    // A form needs no leave of anybody: it arrives, and is refused for whose page it is.
    const [posted] = await Promise.all([
      page.waitForResponse((reply) => reply.url().endsWith('/import')),
      page.evaluate((action) => {
        const form = document.createElement('form')
        form.method = 'post'
        form.action = action
        document.body.append(form)
        form.submit()
      }, `${screen}/${key}/import`),
    ])
    expect(posted.status()).toBe(403)
    await close()
  })
}

test('a name that was turned to this computer (DNS rebinding) gets nothing, with the key or without', async () => {
  const { page, port, key, close } = await attackFrom((site) => `evil.test:${String(site)}`)
  for (const path of ['/', `/${key}/`, `/?token=${key}`, `/${key}/export/x`]) {
    const reply = await page.goto(`http://evil.test:${port}${path}`)
    expect(reply?.status()).toBe(403)
    expect(await page.locator('#root').count()).toBe(0)
  }
  // The page that came before the name was turned: for the browser, the inspector is of its own origin now.
  await page.route('**/lure', (route) => route.fulfill({ contentType: 'text/html', body: '<title>lure</title>' }))
  await page.goto(`http://evil.test:${port}/lure`)
  const statuses = await page.evaluate(async (token) => {
    const ask = (url: string, init: RequestInit): Promise<string> =>
      fetch(url, init).then(
        ({ status }) => String(status),
        () => 'refused',
      )
    const own = await ask(`/${token}/`, {})
    const upload = await ask(`/${token}/import`, { method: 'POST', body: 'x' })
    const socket = await new Promise<string>((resolve) => {
      const made = new WebSocket(`ws://${window.location.host}/${token}/ws`)
      made.addEventListener('open', () => resolve('open'))
      made.addEventListener('error', () => resolve('refused'))
    })
    return [own, upload, socket]
  }, key)
  expect(statuses).toEqual(['403', '403', 'refused'])
  await close()
})

test('a window that another page opened is out of its reach, and hears nothing from it', async () => {
  const { page, screen, key, close } = await attackFrom((site) => `localhost:${String(site)}`)
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate((at) => {
      Object.assign(window, { other: window.open(at) })
    }, `${screen}/${key}/`),
  ])
  await opened.getByRole('navigation').first().waitFor()
  expect(await opened.evaluate(() => window.opener)).toBeNull()
  expect(await page.evaluate(() => (window as unknown as { other: Window }).other.closed)).toBe(true)
  // Its own screen works: the guard's other branch.
  await expect(opened.getByRole('heading', { name: 'See your first postback' })).toBeVisible()
  await close()
})

test('the key is in no cookie, no storage and no Referer, and wrong ones open nothing', async () => {
  const { browser, screen, key, close } = await attackFrom((site) => `localhost:${String(site)}`)
  const page = await browser.newPage()
  const referers: (string | undefined)[] = []
  page.on('request', (request) => referers.push(request.headers()['referer']))
  await page.goto(`${screen}/?token=${key}`)
  await page.getByRole('navigation').first().waitFor()
  // What was printed is not where one is: the query, which other programs keep, holds no key any more.
  expect(new URL(page.url()).search).toBe('')
  expect(referers.filter(Boolean)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(
    await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    ),
  ).not.toContain(key)
  for (const guess of ['A'.repeat(key.length), key.slice(1), `${key}x`, '..', '%00']) {
    const reply = await page.goto(`${screen}/${guess}/`)
    expect(reply?.status()).toBe(401)
    expect(await page.locator('#root').count()).toBe(0)
  }
  await close()
})
