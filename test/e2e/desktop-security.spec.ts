import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { startOutside } from './support/outside.ts'
import { appOf, expectUnmoved, inPage, SCREEN } from './support/own-window.ts'

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
