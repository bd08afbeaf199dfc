import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ROOT } from '../support/serve-process.ts'
import { expect, type Running, test } from './fixtures.ts'
import { startOutside } from './support/outside.ts'
import { sendPostback } from './support/screen.ts'

function appOf({ desktop }: Running): ElectronApplication {
  if (desktop === null) throw new Error('Electron’s own walls stand in the desktop face only.')
  return desktop
}

const SCREEN = 'app://inspector.invalid/index.html'
const PRELOAD = join(ROOT, 'out/preload/index.cjs')

/** What stands in the page's address bar and whether the screen is alive: unchanged by all that is tried. */
async function expectUnmoved(app: ElectronApplication, page: Page, after = 'what was tried'): Promise<void> {
  expect(new URL(page.url()).href.split('#')[0], after).toBe(SCREEN)
  expect(app.windows(), after).toHaveLength(1)
  // Asked by the host: a refused navigation keeps the test's own driver waiting for its end.
  expect(await inPage(app, "document.querySelector('nav[aria-label=Views]') ? 'there' : document.title"), after).toBe(
    'there',
  )
}

/** Runs a script in the screen's top frame, from the host. */
function inPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.executeJavaScript(text) as Promise<unknown>,
    script,
  )
}

test('the window’s preferences, as they are at run time, give the page nothing', async ({ running }) => {
  const app = appOf(running)
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Electron's types do not name this method.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
  // Electron leaves out some of those that are off.
  for (const name of [
    'nodeIntegrationInWorker',
    'navigateOnDragDrop',
    'spellcheck',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'enableRemoteModule',
  ]) {
    expect(preferences[name] ?? false, name).toBeFalsy()
  }
  const seen = await running.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
    bridge: Object.entries(Reflect.get(window, 'inspectorBridge') as object).map(([name, value]) => [
      name,
      typeof value,
    ]),
  }))
  expect(seen).toEqual({
    node: [],
    bridge: [
      ['call', 'function'],
      ['subscribe', 'function'],
    ],
  })
  const process = await app.evaluate(({ app: electron, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    return { sandboxed: electron.getAppMetrics().find((one) => one.pid === pid)?.sandboxed, type: typeof pid }
  })
  // Linux does not say it of a process; where Electron does, it must be true.
  expect(process.sandboxed ?? true).toBe(true)
})

test('every answer of app:// carries the policy, and nothing but “none” and “self” is in it', async ({ running }) => {
  const app = appOf(running)
  const answers = await app.evaluate(
    async ({ session }, paths) =>
      Promise.all(
        paths.map(async (path) => {
          const reply = await session.defaultSession.fetch(`app://inspector.invalid${path}`)
          return { path, status: reply.status, headers: Object.fromEntries(reply.headers) }
        }),
      ),
    ['/', '/index.html', '/nothing-here', '/assets/'],
  )
  for (const { path, headers } of answers) {
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("default-src 'none'")
    for (const directive of policy.split('; ')) expect(directive).toMatch(/^[a-z-]+( '(none|self)')+$/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('no-referrer')
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404])
})

test('no path of app:// leads out of the screen’s folder', async ({ running, face }) => {
  const app = appOf(running)
  writeFileSync(join(face.dataFolder, 'secret.txt'), 'the secret')
  const secret = join(face.dataFolder, 'secret.txt')
  const long = 'a/'.repeat(20_000)
  const tried = [
    '/../package.json',
    '/../../package.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/..\\main\\index.js',
    '/....//main/index.js',
    '/assets/../../main/index.js',
    '/assets/%2e%2e/%2e%2e/main/index.js',
    '/index.html%00.js',
    '/%00',
    '/INDEX.HTML',
    '/index.html/',
    '/index.html/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/etc/passwd',
    `/${secret}`,
    `/${encodeURIComponent(secret)}`,
    '/file:///etc/passwd',
    '/C:/Windows/win.ini',
    `/${long}`,
    '/%',
    '/%zz',
    '/__proto__',
    '/constructor',
  ]
  const hosts = ['app://elsewhere/index.html', 'app://inspector.invalid.evil/index.html', 'app:///index.html']
  const answers = await app.evaluate(
    async ({ net }, urls) =>
      Promise.all(
        urls.map(async (url) => {
          try {
            const reply = await net.fetch(url)
            return { url: url.slice(0, 90), status: reply.status, text: await reply.text() }
          } catch {
            return { url: url.slice(0, 90), status: 0, text: '' }
          }
        }),
      ),
    [...tried.map((path) => `app://inspector.invalid${path}`), ...hosts],
  )
  expect(answers.filter(({ status }) => status !== 404 && status !== 0)).toEqual([])
  expect(answers.filter(({ text }) => /adjump-inspector|the secret|root:|sourceMapping/.test(text))).toEqual([])
  // Query and method change nothing: the same file, or none.
  const others = await app.evaluate(async ({ net }) => ({
    query: (await net.fetch('app://inspector.invalid/index.html?x=../../package.json')).status,
    post: (await net.fetch('app://inspector.invalid/index.html', { method: 'POST', body: 'x' })).status,
  }))
  expect(others).toEqual({ query: 200, post: 404 })
})

test('the page moves nowhere, whichever way it is asked to', async ({ running, face }) => {
  const app = appOf(running)
  const { page } = running
  const outside = await startOutside()
  const file = join(face.dataFolder, 'local.html')
  // Attempts that follow each other at once stop one another, so the guard's own word is asked as well.
  await app.evaluate(({ BrowserWindow }) => {
    const moves: { url: string; refused: boolean }[] = []
    Object.assign(globalThis, { moves })
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', ({ url, defaultPrevented }) => {
      moves.push({ url, refused: defaultPrevented })
    })
  })
  writeFileSync(file, '<title>local</title>')
  const targets = [
    `${outside.url}/page`,
    `${outside.url}/redirect`,
    `file://${file}`,
    'data:text/html,<title>data</title>',
    'javascript:document.title="executed"',
    'app://elsewhere/index.html',
    'app://inspector.invalid/favicon.svg',
    'chrome://version/',
    'view-source:app://inspector.invalid/index.html',
    'mailto:a@b.c',
    'ms-msdt:/id',
  ]
  for (const target of targets) {
    const attempt = (url: string): void => {
      const attempts: (() => void)[] = [
        () => {
          window.location.href = url
        },
        () => window.location.assign(url),
        () => window.location.replace(url),
        () => {
          const link = document.createElement('a')
          link.href = url
          document.body.append(link)
          link.click()
          link.remove()
        },
        () => {
          const form = document.createElement('form')
          form.action = url
          document.body.append(form)
          form.submit()
          form.remove()
        },
        () => {
          const refresh = document.createElement('meta')
          refresh.httpEquiv = 'refresh'
          refresh.content = `0;url=${url}`
          document.head.append(refresh)
          refresh.remove()
        },
        () => {
          const frame = document.createElement('iframe')
          frame.src = url
          document.body.append(frame)
        },
      ]
      for (const attempted of attempts) {
        try {
          attempted()
        } catch {
          // Refused on the spot is refused.
        }
      }
    }
    await inPage(app, `(${attempt.toString()})(${JSON.stringify(target)})`)
    await expectUnmoved(app, page, target)
  }
  // What a refused navigation leaves behind is no frame with content of another place.
  const frames = page.frames().slice(1)
  for (const frame of frames) expect(frame.url()).toMatch(/^(about:|$|:|chrome-error:|data:,?$)/)
  expect(await inPage(app, 'document.title')).toContain('Adjump Inspector')
  const moves = await app.evaluate(() => Reflect.get(globalThis, 'moves') as { url: string; refused: boolean }[])
  console.log(`moves: ${String(moves.length)} asked about`)
  expect(moves.length).toBeGreaterThan(0)
  expect(moves.filter(({ refused }) => !refused)).toEqual([])
  await inPage(app, 'history.back(), history.forward(), history.go(-5), true')
  await expectUnmoved(app, page)
  expect(outside.asked).toEqual([])
  outside.close()
})

test('a file that is dropped on the window is not opened in it', async ({ running, face }) => {
  const app = appOf(running)
  const { page } = running
  const file = join(face.dataFolder, 'dropped.html')
  writeFileSync(file, '<title>dropped</title>')
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  }
  await expectUnmoved(app, page)
  expect(await page.title()).not.toContain('dropped')
})

test('no new window opens, and only Adjump’s own pages reach the system’s browser', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const refused = [
    '',
    'about:blank',
    'data:text/html,x',
    'javascript:alert(1)',
    'blob:app://inspector.invalid/x',
    'file:///etc/passwd',
    'http://adjump.io/',
    'https://adjump.io.evil.example/',
    'https://adjump.io@evil.example/',
    'https://user:word@adjump.io/',
    'https://adjump.io:8443/',
    'https://evil.example/?https://adjump.io/',
    'https://xn--adjmp-5ra.io/',
    'https://sub.adjump.io/',
    'mailto:a@adjump.io',
    'ms-settings:x',
    SCREEN,
  ]
  const allowed = ['https://adjump.io/', 'https://docs.adjump.io/a?b=c']
  for (const url of [...refused, ...allowed]) {
    expect(await page.evaluate((target) => window.open(target) === null, url), url).toBe(true)
  }
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://evil.example/middle'
    link.textContent = 'a link of a stranger'
    link.style.cssText = 'position:fixed;top:0;left:0;z-index:9999'
    document.body.append(link)
  })
  // With the mouse alone: a locator's click would wait for the navigation that is refused.
  await page.mouse.click(10, 10, { button: 'middle' })
  for (const key of ['Control', 'Shift'] as const) {
    await page.keyboard.down(key)
    await page.mouse.click(10, 10)
    await page.keyboard.up(key)
  }
  await page.mouse.click(10, 10)
  await expectUnmoved(app, page)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual(allowed)
})

test('every permission is denied, and copying works all the same', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  const answers = await page.evaluate(async () => {
    const state = async (ask: () => Promise<unknown> | undefined): Promise<string> => {
      try {
        const answer = await Promise.race([ask(), new Promise((resolve) => setTimeout(resolve, 3000, 'pending'))])
        // Lists of devices or fonts come empty where they are denied.
        if (Array.isArray(answer) && answer.length === 0) return 'nothing'
        if (answer === undefined || answer === null || answer === 'pending') return answer ?? 'nothing'
        return typeof answer === 'string' ? answer : 'granted'
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    const at = (target: object, name: string): ((...args: unknown[]) => Promise<unknown>) | undefined => {
      const method: unknown = Reflect.get(target, name)
      return typeof method === 'function'
        ? (...args) => Reflect.apply(method, target, args) as Promise<unknown>
        : undefined
    }
    const part = (name: string): object => (Reflect.get(navigator, name) as object | undefined) ?? {}
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'storage-access',
      'idle-detection',
      'window-management',
      'local-fonts',
      'display-capture',
    ]
    const queried = await Promise.all(
      names.map(async (name) => {
        const found = await navigator.permissions
          .query({ name: name as PermissionName })
          .then((status) => status.state)
          .catch(() => 'unknown')
        return [`query ${name}`, found] as const
      }),
    )
    const asked: Record<string, () => Promise<unknown> | undefined> = {
      geolocation: () =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            (error) => resolve(`refused ${String(error.code)}`),
          )
        }),
      media: () => at(part('mediaDevices'), 'getUserMedia')?.({ audio: true, video: true }),
      display: () => at(part('mediaDevices'), 'getDisplayMedia')?.({ video: true }),
      notifications: () => Notification.requestPermission(),
      clipboardRead: () => at(part('clipboard'), 'readText')?.(),
      clipboardWrite: () => at(part('clipboard'), 'writeText')?.('x'),
      midi: () => at(navigator, 'requestMIDIAccess')?.({ sysex: true }),
      usb: () => at(part('usb'), 'requestDevice')?.({ filters: [] }),
      hid: () => at(part('hid'), 'requestDevice')?.({ filters: [] }),
      serial: () => at(part('serial'), 'requestPort')?.(),
      bluetooth: () => at(part('bluetooth'), 'requestDevice')?.({ acceptAllDevices: true }),
      wakeLock: () => at(part('wakeLock'), 'request')?.('screen'),
      persist: () => at(part('storage'), 'persist')?.().then((given) => (given === true ? 'granted' : 'refused')),
      storageAccess: () => at(document, 'requestStorageAccess')?.(),
      keyboardLock: () => at(part('keyboard'), 'lock')?.(),
      fullscreen: () => document.documentElement.requestFullscreen(),
      serviceWorker: () => navigator.serviceWorker.register('/sw.js'),
      fonts: () => at(window, 'queryLocalFonts')?.(),
      screens: () => at(window, 'getScreenDetails')?.(),
      idle: () => {
        const detector = Reflect.get(window, 'IdleDetector') as { requestPermission(): Promise<string> } | undefined
        return detector?.requestPermission()
      },
      pointerLock: () => at(document.body, 'requestPointerLock')?.(),
    }
    const results = await Promise.all(
      Object.entries(asked).map(async ([name, ask]) => [name, await state(ask)] as const),
    )
    return [...queried, ...results]
  })
  console.log(`permissions: ${answers.map(([name, answer]) => `${name}=${answer}`).join(', ')}`)
  expect(answers.filter(([, answer]) => answer === 'granted')).toEqual([])

  // Both handlers stand for whatever Electron will ask for next, too.
  await page.getByRole('button', { name: 'Copy local URL only' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('/hitpoint?user_id=')
})

test('the renderer reaches no network, not even where the policy is lifted', async ({ running, face }) => {
  const app = appOf(running)
  const outside = await startOutside()
  const secret = join(face.dataFolder, 'secret.html')
  writeFileSync(secret, '<title>secret</title>the secret')
  // A second window without the screen's policy: what stops it is the session alone.
  const tried = await app.evaluate(
    async ({ BrowserWindow, session }, { base, file }) => {
      const window = new BrowserWindow({ show: false })
      const load = async (url: string): Promise<string> => {
        try {
          await window.loadURL(url)
          return `loaded ${window.webContents.getURL()}`
        } catch (error) {
          return String((error as { code?: string }).code)
        }
      }
      const results: Record<string, string> = {
        http: await load(`${base}/loaded`),
        file: await load(`file://${file}`),
        passwd: await load('file:///etc/passwd'),
      }
      await load('data:text/html,<title>blank</title>')
      results['scripts'] = String(
        await window.webContents.executeJavaScript(`Promise.all([
          fetch('${base}/fetch').then(() => 'sent', () => 'refused'),
          fetch('file://${file}').then(() => 'sent', () => 'refused'),
          new Promise((resolve) => { const s = new WebSocket('${base.replace('http', 'ws')}/socket'); s.onopen = () => resolve('sent'); s.onerror = () => resolve('refused') }),
          new Promise((resolve) => { const i = new Image(); i.onload = () => resolve('sent'); i.onerror = () => resolve('refused'); i.src = '${base}/image' }),
          new Promise((resolve) => { const s = document.createElement('script'); s.onload = () => resolve('sent'); s.onerror = () => resolve('refused'); s.src = '${base}/script'; document.head.append(s) }),
          Promise.resolve(navigator.sendBeacon('${base}/beacon', 'x') ? 'queued' : 'refused'),
        ]).then((all) => all.join(' '))`),
      )
      results['session'] = await session.defaultSession.fetch(`${base}/session`).then(
        () => 'sent',
        () => 'refused',
      )
      const other = session.fromPartition('another')
      results['partition'] = await other.fetch(`${base}/partition`).then(
        () => 'sent',
        () => 'refused',
      )
      window.destroy()
      return results
    },
    { base: outside.url, file: secret },
  )
  console.log('no network:', JSON.stringify(tried))
  expect(tried['http']).not.toContain('loaded')
  expect(tried['file']).not.toContain('loaded')
  expect(tried['passwd']).not.toContain('loaded')
  expect(tried['scripts']).toMatch(/^refused refused refused refused refused (queued|refused)$/)
  expect(tried['session']).toBe('refused')
  expect(tried['partition']).toBe('refused')
  expect(outside.asked).toEqual([])
  outside.close()
})

test('nothing is downloaded but what the page has made itself', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  const outside = await startOutside()
  await app.evaluate(({ session }) => {
    const downloads: string[] = []
    Object.assign(globalThis, { downloads })
    session.defaultSession.on('will-download', (event, item) => {
      downloads.push(`${item.getURL().split(':')[0] ?? ''} ${String(event.defaultPrevented)}`)
      event.preventDefault()
    })
  })
  await page.evaluate((base) => {
    const save = (href: string): void => {
      const link = document.createElement('a')
      link.href = href
      link.download = 'name.html'
      link.click()
    }
    save(`${base}/download`)
    save('data:text/html,made')
    save('app://inspector.invalid/index.html')
    save(URL.createObjectURL(new Blob(['made here'])))
  }, outside.url)
  const downloads = (): Promise<string[]> => app.evaluate(() => Reflect.get(globalThis, 'downloads') as string[])
  await expect.poll(downloads).toContain('blob false')
  expect((await downloads()).filter((line) => !line.startsWith('blob') && line.endsWith('false'))).toEqual([])
  await expectUnmoved(app, page)
  expect(outside.asked).toEqual([])
  outside.close()
})

test('only the top frame of the screen’s own page is heard', async ({ running }) => {
  const app = appOf(running)
  const answers = await app.evaluate(
    async ({ BrowserWindow }, { preload, screen }) => {
      const call = `window.inspectorBridge
        ? window.inspectorBridge.call({ type: 'call', id: 7, procedure: 'app.overview', input: {} }).then((answer) => answer.error ? answer.error.code : 'answered', (error) => 'threw ' + error.message)
        : 'no bridge'`
      const ask = async (url: string, inFrame = false): Promise<string> => {
        const window = new BrowserWindow({
          show: false,
          // A window as careless as can be: what refuses is the host.
          webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true },
        })
        await window.loadURL(url).catch(() => undefined)
        let frame = window.webContents.mainFrame
        if (inFrame) {
          await frame.executeJavaScript(`new Promise((resolve) => {
            const frame = document.createElement('iframe')
            frame.onload = () => resolve(true)
            frame.srcdoc = '<p>inside'
            document.body.append(frame)
            setTimeout(resolve, 2000, true)
          })`)
          frame = frame.frames[0] ?? frame
          if (frame === window.webContents.mainFrame) return 'no frame'
        }
        const answer = (await frame.executeJavaScript(call)) as string
        window.destroy()
        return answer
      }
      return {
        blank: await ask('about:blank'),
        data: await ask('data:text/html,x'),
        query: await ask(`${screen}?other`),
        otherFile: await ask('app://inspector.invalid/favicon.svg'),
        missing: await ask('app://inspector.invalid/nothing'),
        frameOfOwnPage: await ask(screen, true),
        ownPage: await ask(screen),
      }
    },
    { preload: PRELOAD, screen: SCREEN },
  )
  console.log('IPC:', JSON.stringify(answers))
  expect(answers).toEqual({
    blank: 'refused',
    data: 'refused',
    query: 'refused',
    otherFile: 'refused',
    missing: 'refused',
    frameOfOwnPage: 'refused',
    // The last shows that the asking itself is right.
    ownPage: 'answered',
  })
})

test('malformed messages are refused with a sentence, and the inspector goes on', async ({ running }) => {
  const app = appOf(running)
  const { page } = running
  const answers = await page.evaluate(async () => {
    const { call, subscribe } = Reflect.get(window, 'inspectorBridge') as {
      call: (message: unknown) => Promise<unknown>
      subscribe: (message: unknown, listener: () => void) => () => void
    }
    const cyclic: Record<string, unknown> = { type: 'call', id: 1, procedure: 'app.overview' }
    cyclic['input'] = cyclic
    let deep: unknown = {}
    for (let level = 0; level < 2000; level += 1) deep = { deep }
    const ask = (procedure: unknown, input: unknown): unknown => ({ type: 'call', id: 1, procedure, input })
    const messages: unknown[] = [
      undefined,
      null,
      0,
      'call',
      [],
      {},
      { type: 'call' },
      { type: 'subscribe', epoch: null, after: 0 },
      { type: 'call', id: -1, procedure: 'app.overview', input: {} },
      { type: 'call', id: 1.5, procedure: 'app.overview', input: {} },
      { type: 'call', id: Number.NaN, procedure: 'app.overview', input: {} },
      { type: 'output', id: 1, output: {} },
      ask('', {}),
      ask('__proto__', {}),
      ask('constructor', {}),
      ask('toString', {}),
      ask('x'.repeat(101), {}),
      ask('x'.repeat(1_000_000), {}),
      ask(['app.overview'], {}),
      ask('postback.detail', { id: '1' }),
      ask('postback.detail', { id: -1 }),
      ask('postback.detail', { id: 2 ** 60 }),
      ask('postback.detail', JSON.parse('{"__proto__":{"id":1}}')),
      ask('postback.page', { limit: 1e9 }),
      ask('postback.page', 'x'.repeat(5_000_000)),
      ask('postback.byIds', { ids: Array.from({ length: 100_000 }, (_, index) => index) }),
      ask(
        'settings.change',
        JSON.parse('{"settings":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}'),
      ),
      ask('endpoint.save', new Map([['id', 1]])),
      ask('endpoint.save', new Uint8Array(1_000_000)),
      ask('endpoint.save', deep),
      cyclic,
      ask('app.overview', () => 1),
      ask('app.overview', Symbol('x')),
      ask('app.overview', document.body),
    ]
    const results: string[] = []
    for (const message of messages) {
      results.push(
        await new Promise((resolve) => resolve(call(message))).then(
          (answer) => {
            const { type, error } = answer as { type: string; error?: { code: string; message: string } }
            return type === 'error' ? `${error?.code ?? ''}: ${(error?.message ?? '').slice(0, 150)}` : type
          },
          (error: unknown) => `threw: ${String(error).slice(0, 150)}`,
        ),
      )
    }
    for (const message of messages.slice(0, 20)) subscribe(message, () => undefined)()
    return { results, polluted: 'polluted' in {} }
  })
  console.log(`malformed IPC: ${String(answers.results.length)} refused`)
  const answered = answers.results
    .map((result, index) => ({ index, result }))
    .filter(({ result }) => result === 'output')
  // A procedure that takes nothing looks at nothing: a cyclic input and an element are as good as none.
  expect(answered.map(({ index }) => index)).toEqual([30, 33])
  for (const result of answers.results) {
    expect(result).toMatch(/^(output$|invalid-input: .|not-found: .|threw: .*(could not be cloned|recursion depth))/)
    expect(result).not.toMatch(/\bat .*:\d+:\d+|node_modules|internal/)
  }
  expect(answers.polluted).toBe(false)
  expect(await app.evaluate(() => 'polluted' in {})).toBe(false)
  await sendPostback(running, '/hitpoint?user_id=after-all-that&reward_amount=1')
  await expect(page.getByRole('grid', { name: 'Postbacks' })).toContainText('after-all-that')
})

test('a fault in the main process does not stop the capture', async ({ running }) => {
  const app = appOf(running)
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('injected: thrown in a timer')
    })
    void Promise.reject(new Error('injected: rejected, and nobody listens'))
    setImmediate(() => {
      process.emit('uncaughtException', new Error('injected: emitted'))
    })
  })
  await sendPostback(running, '/hitpoint?user_id=after-the-fault&reward_amount=1')
  await expect(running.page.getByRole('grid', { name: 'Postbacks' })).toContainText('after-the-fault')
  expect(app.windows()).toHaveLength(1)
})
