import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { aScreen, sharedScreen } from './a-screen.ts'

/** Resolves with whether the server let this WebSocket in. */
function opens(url: string, headers: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers })
    socket.on('open', () => {
      socket.terminate()
      resolve(true)
    })
    socket.on('error', () => {
      resolve(false)
    })
  })
}

describe('the screen’s server', () => {
  const shared = sharedScreen()

  it('shows the screen to whoever has the address, with a policy that forbids everything inline', async () => {
    const { url } = shared()
    const reply = await fetch(url)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(reply.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(reply.headers.get('access-control-allow-origin')).toBeNull()
    // A cookie would be sent to every other port of this computer as well.
    expect(reply.headers.get('set-cookie')).toBeNull()
    expect(await reply.text()).toContain('<div id="root">')
  })

  it('shows nothing without the key, neither page nor script', async () => {
    const { origin, url } = shared()
    expect((await fetch(origin)).status).toBe(401)
    const script = /src="([^"]+\.js)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
    expect(script).not.toBe('')
    expect((await fetch(new URL(script, origin))).status).toBe(401)
  })

  it('answers to no other name than its own', async () => {
    const { port, token } = shared()
    const reply = await sendRaw(port, `GET /${token}/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`)
    expect(reply.status).toBe(403)
  })

  it.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '//etc/passwd',
    '/assets/../../main/index.js',
  ])('has no file under %s', async (path) => {
    const { port, token } = shared()
    const host = `127.0.0.1:${String(port)}`
    const reply = await sendRaw(port, `GET /${token}${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(reply.status).toBe(404)
  })

  it('is only read', async () => {
    const { url } = shared()
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  })

  it('opens a WebSocket for its own page, and for no other', async () => {
    const { port, origin, token } = shared()
    const base = `ws://127.0.0.1:${String(port)}`
    const socket = `${base}/${token}/ws`
    expect(await opens(socket, { origin })).toBe(true)
    expect(await opens(socket, {})).toBe(false)
    expect(await opens(socket, { origin: 'https://evil.test' })).toBe(false)
    expect(await opens(`${base}/ws`, { origin })).toBe(false)
    expect(await opens(`${base}/wrong/ws`, { origin })).toBe(false)
    expect(await opens(`${base}/${token}/other`, { origin })).toBe(false)
  })

  it('survives a refused WebSocket that is reset, and ends though one is held open', async () => {
    const { port, url } = await aScreen()
    const upgrade = 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    const reset = await openRaw(port)
    reset.write(upgrade)
    reset.reset()
    await reset.closed
    const held = await openRaw(port)
    held.write(upgrade)
    expect((await held.response()).status).toBe(403)
    // The screen is closed when the test ends: a socket that held it up would run into the time-out.
    expect((await fetch(url)).status).toBe(200)
  })

  it('ends a connection that speaks anything but the contract’s JSON', async () => {
    const { port, origin, token } = shared()
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/${token}/ws`, { headers: { origin } })
    const code = await new Promise<number>((resolve) => {
      socket.on('open', () => {
        socket.send('not json')
      })
      socket.on('close', resolve)
    })
    expect(code).toBe(1003)
  })

  it('says of every answer, the refusals too, that it is for no other page, frame or cache', async () => {
    const { port, token, get } = shared()
    const targets = ['/', `/?token=${token}`, `/${token}/`, `/${token}/nothing`, '/wrong/', `/${token}/export/none`]
    for (const target of targets) {
      const reply = await sendRaw(port, get(target, 'Connection: close'))
      expect(reply.header('x-content-type-options')).toBe('nosniff')
      expect(reply.header('x-frame-options')).toBe('DENY')
      expect(reply.header('cache-control')).toBe('no-store')
      expect(reply.header('referrer-policy')).toBe('no-referrer')
      expect(reply.header('cross-origin-resource-policy')).toBe('same-origin')
      expect(reply.header('cross-origin-opener-policy')).toBe('same-origin')
      expect(reply.header('access-control-allow-origin')).toBeNull()
      expect(reply.header('set-cookie')).toBeNull()
      if (reply.status !== 302) expect(reply.header('content-security-policy')).toContain("frame-ancestors 'none'")
      if (reply.status >= 400) expect(reply.header('content-type')).toMatch(/^text\/plain/)
    }
  })

  it('answers no method but GET and HEAD, even of its own page', async () => {
    const { url, origin, port, token } = shared()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await fetch(url, { method, headers: { origin } })).status).toBe(405)
    }
    const host = `Host: 127.0.0.1:${String(port)}`
    expect((await sendRaw(port, `TRACE /${token}/ HTTP/1.1\r\n${host}\r\n\r\n`)).status).toBe(405)
    const tunnel = await openRaw(port)
    tunnel.write(`CONNECT 127.0.0.1:${String(port)} HTTP/1.1\r\n${host}\r\n\r\n`)
    await tunnel.closed
    expect(tunnel.received()).toBe('')
  })

  it('gives a HEAD no body, and a Range the whole', async () => {
    const { port, token, get } = shared()
    const whole = await sendRaw(port, get(`/${token}/`, 'Connection: close'))
    const ranged = await sendRaw(port, get(`/${token}/`, 'Range: bytes=0-3', 'Connection: close'))
    expect([ranged.status, ranged.body]).toEqual([200, whole.body])
    const head = await openRaw(port)
    head.write(get(`/${token}/`, 'Connection: close').replace('GET', 'HEAD'))
    expect((await head.response({ head: true })).header('content-length')).toBe(String(whole.body.length))
    await head.closed
    expect(head.received()).toBe('')
  })

  it('knows the key in its one place only, and whole', async () => {
    const { port, token, get } = shared()
    for (const target of [
      `http://127.0.0.1:${String(port)}/${token}/`,
      `//${token}/`,
      `/%${token.charCodeAt(0).toString(16)}${token.slice(1)}/`,
      `/index.html?token=${token}`,
      `/${token.toUpperCase()}/`,
      `/${token}A/`,
      `/${token.slice(0, -1)}/`,
      `/@${token}/`,
    ]) {
      expect([target, (await sendRaw(port, get(target, 'Connection: close'))).status]).toEqual([target, 401])
    }
  })

  it('is not deceived by a Host that is nearly its own', async () => {
    const { port, token } = shared()
    const own = String(port)
    for (const host of [
      `evil.test:${own}`,
      `127.0.0.1.evil.test:${own}`,
      '127.0.0.1',
      `evil@127.0.0.1:${own}`,
      `0x7f000001:${own}`,
      `localhost.:${own}`,
      `evil.test, 127.0.0.1:${own}`,
    ]) {
      const head = `GET /${token}/ HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: 127.0.0.1:${own}\r\n`
      expect([host, (await sendRaw(port, `${head}Connection: close\r\n\r\n`)).status]).toEqual([host, 403])
    }
  })

  it('gives its key to nobody: not to a file, and to no page that is asked for by another', async () => {
    const { folder, port, token, get, url } = await aScreen()
    await fetch(url)
    for (const [site, mode, dest] of [
      ['cross-site', 'no-cors', 'script'],
      ['cross-site', 'no-cors', 'image'],
      ['same-site', 'cors', 'empty'],
      ['cross-site', 'navigate', 'iframe'],
    ]) {
      const asked = get(
        `/${token}/`,
        ...[`Sec-Fetch-Site: ${site ?? ''}`, `Sec-Fetch-Mode: ${mode ?? ''}`, `Sec-Fetch-Dest: ${dest ?? ''}`],
        'Connection: close',
      )
      expect((await sendRaw(port, asked)).status).toBe(403)
    }
    const names = await readdir(folder, { recursive: true, withFileTypes: true })
    for (const entry of names.filter((one) => one.isFile())) {
      expect((await readFile(join(entry.parentPath, entry.name))).includes(token)).toBe(false)
    }
  })

  it('writes out few refusals of a flood of keys, and lets whoever has the right one in meanwhile', async () => {
    const { port, get, url } = await aScreen()
    const guess = async (nth: number): Promise<boolean> => {
      const connection = await openRaw(port)
      connection.write(get(`/${String(nth).padStart(32, 'A')}/`))
      await connection.closed
      connection.destroy()
      return connection.received() !== ''
    }
    let answered = 0
    const start = performance.now()
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, nth) => guess(round * 50 + nth)))
      answered += answers.filter(Boolean).length
      if (round % 5 === 0) expect((await fetch(url)).status).toBe(200)
    }
    const seconds = (performance.now() - start) / 1000
    console.log(`1000 wrong keys in ${seconds.toFixed(1)} s: ${String(answered)} answered`)
    expect(answered).toBeLessThanOrEqual(50 + Math.ceil(seconds * 10))
    expect((await fetch(url)).status).toBe(200)
  })
})
