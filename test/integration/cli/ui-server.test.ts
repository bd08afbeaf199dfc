import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createInspector } from '../../../src/app/inspector.ts'
import { startUiServer } from '../../../src/cli/ui-server.ts'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function aScreen() {
  const inspector = await createInspector({
    dataFolder: await tempFolder(),
    version: '0.0.0',
    face: 'browser',
    overrides: { receiver: { port: 0 }, tunnel: { provider: 'none' } },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  const ui = await startUiServer(inspector, { port: 0, portTaken: 'fail' })
  onTestFinished(async () => {
    await ui.close()
    await inspector.close()
  })
  const { port, origin, searchParams } = new URL(ui.url)
  return { inspector, url: ui.url, origin, port: Number(port), token: searchParams.get('token') ?? '' }
}

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
  it('shows the screen to whoever has the address, with a policy that forbids everything inline', async () => {
    const { url } = await aScreen()
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
    const { origin, url } = await aScreen()
    expect((await fetch(origin)).status).toBe(401)
    const script = /src="([^"]+\.js)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
    expect(script).not.toBe('')
    expect((await fetch(new URL(script, origin))).status).toBe(401)
  })

  it('answers to no other name than its own', async () => {
    const { port, token } = await aScreen()
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
    const { port, token } = await aScreen()
    const host = `127.0.0.1:${String(port)}`
    const reply = await sendRaw(port, `GET /${token}${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(reply.status).toBe(404)
  })

  it('is only read', async () => {
    const { url } = await aScreen()
    expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  })

  it('opens a WebSocket for its own page, and for no other', async () => {
    const { port, origin, token } = await aScreen()
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
    const { port, origin, token } = await aScreen()
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/${token}/ws`, { headers: { origin } })
    const code = await new Promise<number>((resolve) => {
      socket.on('open', () => {
        socket.send('not json')
      })
      socket.on('close', resolve)
    })
    expect(code).toBe(1003)
  })
})
