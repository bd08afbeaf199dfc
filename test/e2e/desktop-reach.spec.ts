import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { startOutside } from './support/outside.ts'
import { appOf, expectUnmoved, PRELOAD, SCREEN } from './support/own-window.ts'
import { sendPostback } from './support/screen.ts'

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
        ? window.inspectorBridge.call({ type: 'call', id: 7, procedure: 'app.overview', input: {} }).then((text) => JSON.parse(text)).then((answer) => answer.error ? answer.error.code : 'answered', (error) => 'threw ' + error.message)
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
      call: (message: unknown) => Promise<string>
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
        await new Promise<string>((resolve) => resolve(call(message))).then(
          (text) => {
            const { type, error } = JSON.parse(text) as { type: string; error?: { code: string; message: string } }
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
