import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { getEventListeners, once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TunnelSession } from '../../../src/core/ports.ts'
import { get } from '../../../src/services/tunnel/http-get.ts'
import { createLocaltunnelProvider } from '../../../src/services/tunnel/localtunnel-provider.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'
import { rememberOpenThings } from '../../support/localtunnel-server/open-things.ts'
import { createLocaltunnelServer, type LocaltunnelServer } from '../../support/localtunnel-server/server.ts'

/** Sends bytes as they are to the tunnel server and reads until it hangs up. */
async function sendRaw(port: number, bytes: Buffer | string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return text(socket.setEncoding('latin1'))
}

describe('the localtunnel provider', () => {
  let server: LocaltunnelServer
  let local: EchoServer
  const sessions: TunnelSession[] = []

  async function open(options: { subdomain?: string; lastName?: string; onName?: (name: string) => void } = {}) {
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null, ...options })
    const session = await provider.open({ localPort: local.port, signal: AbortSignal.timeout(10_000) })
    sessions.push(session)
    return session
  }

  beforeEach(async () => {
    server = await createLocaltunnelServer({ graceMs: 700 })
    local = await startEchoServer()
  })
  afterEach(async () => {
    for (const session of sessions.splice(0)) await session.close()
    await server.close()
    await local.close()
  })

  it.each([
    '/hitpoint?user_id=a%20b&reward_amount=1%2C50',
    '/hitpoint?user_id=caf%E9&&=&x==y&reward_amount={reward_amount}',
    '//hitpoint;a=1?a[]=1&b=%zz&c=<i>&d="e"|f^g`',
    '/hitpoint??a=1#rest?b=2',
  ])('brings the target %s through unchanged', async (target) => {
    const { publicUrl } = await open({ subdomain: 'myshop' })
    const host = new URL(publicUrl).host
    await sendRaw(server.port, `GET ${target} HTTP/1.1\r\nHOST: ${host}\r\nx-Odd: A  b\r\nConnection: close\r\n\r\n`)
    expect(local.targets).toEqual([target])
    expect(local.arrivals[0]?.rawHeaders).toEqual(['HOST', host, 'x-Odd', 'A  b', 'Connection', 'close'])
  })

  it('brings a binary body through unchanged, both ways', async () => {
    const { publicUrl } = await open()
    const body = Buffer.concat([
      Buffer.from('host: x\r\nHost: y\r\n'),
      randomBytes(300_000),
      Buffer.from([0, 255, 254]),
    ])
    const head = `POST /b HTTP/1.1\r\nHost: ${new URL(publicUrl).host}\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n`
    const answer = await sendRaw(server.port, Buffer.concat([Buffer.from(head), body]))
    expect(local.arrivals[0]?.body.equals(body)).toBe(true)
    expect(answer.includes(body.toString('latin1'))).toBe(true)
  })

  it('says which name was given, and that it is another where the one asked for is taken', async () => {
    const names: string[] = []
    const first = await open({ subdomain: 'myshop', onName: (name) => names.push(name) })
    const second = await open({ subdomain: 'myshop', onName: (name) => names.push(name) })
    expect(first).toMatchObject({ otherNameGiven: false, publicUrl: `http://myshop.localhost:${String(server.port)}` })
    expect(second.otherNameGiven).toBe(true)
    expect(second.publicUrl).not.toBe(first.publicUrl)
    expect(names).toEqual(['myshop', expect.stringMatching(/^random-/)])
  })

  it('asks for the name it had last, so that the URL stays', async () => {
    expect(await open({ lastName: 'random-12345678' })).toMatchObject({
      otherNameGiven: false,
      publicUrl: expect.stringContaining('//random-12345678.'),
    })
  })

  it('waits for its own ghost to leave the name', async () => {
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null })
    const request = { localPort: local.port, signal: AbortSignal.timeout(10_000) }
    const first = await provider.open(request)
    await first.close()
    const second = await provider.open(request)
    sessions.push(second)
    expect(second.publicUrl).toBe(first.publicUrl)
  })

  it('gets over its connections being dropped without an end', async () => {
    const session = await open({ subdomain: 'myshop' })
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    await expect.poll(() => server.connected('myshop')).toBe(10)
    server.dropSockets('myshop')
    await expect.poll(() => server.connected('myshop')).toBe(10)
    expect(ends).toEqual([])
  })

  it('says once that the tunnel has ended when the server dies', async () => {
    const session = await open()
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    await server.die()
    await expect.poll(() => ends).toHaveLength(1)
    expect(ends[0]).toMatch(/127\.0\.0\.1:\d+ refused the connection/)
    await server.restart()
  })

  it('has its name back from a server that died and returned, after attempts that failed', async () => {
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null })
    const request = { localPort: local.port, signal: AbortSignal.timeout(10_000) }
    const first = await provider.open(request)
    await server.die()
    await first.close()
    await expect(provider.open(request)).rejects.toThrow(/refused the connection/)
    await server.restart()
    const second = await provider.open(request)
    sessions.push(second)
    expect(second.publicUrl).toBe(first.publicUrl)
  })

  it('does not insist on a remembered name that the server refuses', async () => {
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null, lastName: 'Not_Valid' })
    const request = { localPort: local.port, signal: AbortSignal.timeout(10_000) }
    await expect(provider.open(request)).rejects.toThrow(/refused the name “Not_Valid” \(403\)/)
    sessions.push(await provider.open(request))
  })

  it('ends where the server closes every connection at once, instead of knocking for ever', async () => {
    const session = await open({ subdomain: 'myshop' })
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    server.slamConnections(true)
    server.dropSockets('myshop')
    await expect.poll(() => ends).toEqual([expect.stringContaining('closes every connection at once')])
  })

  it('gets over more requests that the local side breaks off than it has connections', async () => {
    const breaking = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (bytes) => {
        if (bytes.includes('GET /after')) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK')
        else socket.resetAndDestroy()
      })
    }).listen(0, '127.0.0.1')
    await once(breaking, 'listening')
    const session = await createLocaltunnelProvider({ host: server.url, subdomain: 'myshop' }).open({
      // A TCP server that listens has an address object.
      localPort: (breaking.address() as AddressInfo).port,
      signal: AbortSignal.timeout(10_000),
    })
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    const head = `POST / HTTP/1.1\r\nHost: ${new URL(session.publicUrl).host}\r\nContent-Length: 400000\r\nConnection: close\r\n\r\n`
    const request = Buffer.concat([Buffer.from(head), Buffer.alloc(400_000, 'x')])
    await Promise.all(Array.from({ length: 12 }, () => sendRaw(server.port, request).catch(() => '')))
    await expect
      .poll(() => get(`${session.publicUrl}/after`, { timeoutMs: 10_000, userAgent: 'test' }), { timeout: 5000 })
      .toMatchObject({ status: 200 })
    await expect.poll(() => server.connected('myshop')).toBe(10)
    expect(ends).toEqual([])
    await session.close()
    await new Promise((resolve) => breaking.close(resolve))
  })

  it.each([
    ['forbidden', /refused a tunnel \(403\): This server is private\./],
    ['html', /answered 200 with a web page/],
    ['busy', /too many requests \(429\): Slow down\./],
    ['nonsense', /answered something that is no tunnel/],
  ] as const)('says what a server did that is %s, and leaves nothing open', async (mode, says) => {
    server.setRegistration(mode)
    const nothingLeft = await rememberOpenThings()
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null })
    const opening = provider.open({ localPort: local.port, signal: new AbortController().signal })
    await expect(opening).rejects.toThrow(says)
    await expect(opening).rejects.toThrow(`The tunnel server 127.0.0.1:${String(server.port)}`)
    await nothingLeft()
  })

  it('gives up a server that never answers, and leaves nothing open', async () => {
    server.setRegistration('never')
    const nothingLeft = await rememberOpenThings()
    const controller = new AbortController()
    const provider = createLocaltunnelProvider({ host: server.url, subdomain: null })
    const opening = provider.open({ localPort: local.port, signal: controller.signal })
    const failure = opening.catch((error: unknown) => error)
    await expect.poll(() => server.registrations).toBe(1)
    controller.abort()
    expect(String(await failure)).toMatch(/did not answer in time/)
    await nothingLeft()
  })

  it('leaves nothing open where its connections to the server are still under way', async () => {
    // A process that stands still accepts nothing: once its short queue is full, connecting goes on and on.
    const still = spawn(process.execPath, [
      '-e',
      "const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))",
    ])
    const port = Number(String(await once(still.stdout, 'data')))
    still.kill('SIGSTOP')
    const queue = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}))
    const registrar = createHttpServer((_, response) => {
      response.end(JSON.stringify({ id: 'myshop', port, max_conn_count: 10, url: 'http://myshop.localhost' }))
    }).listen(0, '127.0.0.1')
    await once(registrar, 'listening')
    const nothingLeft = await rememberOpenThings()
    const openSockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
    const before = openSockets()

    const controller = new AbortController()
    // A TCP server that listens has an address object.
    const host = `http://127.0.0.1:${String((registrar.address() as AddressInfo).port)}`
    const provider = createLocaltunnelProvider({ host, subdomain: null })
    const opening = provider.open({ localPort: local.port, signal: controller.signal })
    const failure = opening.catch((error: unknown) => error)
    await expect.poll(openSockets).toBeGreaterThanOrEqual(before + 10)
    controller.abort()
    expect(String(await failure)).toMatch(/port cannot be reached .*firewall/)
    await nothingLeft()

    for (const socket of queue) socket.destroy()
    registrar.close()
    still.kill('SIGKILL')
    await once(still, 'exit')
  })

  it('leaves nothing open and no listener behind after twenty quick turns', async () => {
    await (await open()).close()
    await expect.poll(() => server.names).toEqual([])
    const nothingLeft = await rememberOpenThings()
    const warnings: Error[] = []
    const onWarning = (warning: Error): void => void warnings.push(warning)
    process.on('warning', onWarning)
    const { signal } = new AbortController()
    for (let turn = 0; turn < 20; turn += 1) {
      // Another name each time: waiting for ghosts is tried above.
      const provider = createLocaltunnelProvider({ host: server.url, subdomain: `turn-number-${String(turn)}` })
      await (await provider.open({ localPort: local.port, signal })).close()
    }
    await expect.poll(() => server.names).toEqual([])
    await nothingLeft()
    process.off('warning', onWarning)
    expect(warnings).toEqual([])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})
