import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer as createPlainServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { OutgoingRequest, RequestSender } from '../../../src/core/outgoing.ts'
import { createHttpSender } from '../../../src/services/forwarder/http-sender.ts'
import { freePort, rawServer, reply } from './raw-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

const OPTIONS = { timeoutMs: 10_000 }

function aSender(): RequestSender {
  const sender = createHttpSender()
  onTestFinished(() => sender.close())
  return sender
}

function aRequest(origin: string, different: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return { origin, method: 'GET', target: '/', rawHeaders: [], body: new Uint8Array(), ...different }
}

/** Whether this machine has the address at all: containers often lack ::1. */
async function listensOn(host: string): Promise<boolean> {
  return freePort(host).then(
    () => true,
    () => false,
  )
}

describe('what the sender says when no whole reply came', () => {
  it('is that nothing listens, and where', async () => {
    const port = await freePort()
    const { failure } = await aSender().send(aRequest(`http://127.0.0.1:${String(port)}`), OPTIONS)
    expect(failure?.code).toBe('refused')
    expect(failure?.sentence).toContain(`Nothing listens on 127.0.0.1:${String(port)}`)
    expect(failure?.sentence).toContain('::1')
  })

  it('is what “localhost” was taken for', async () => {
    const port = await freePort()
    const { failure } = await aSender().send(aRequest(`http://localhost:${String(port)}`), OPTIONS)
    expect(failure?.code).toBe('refused')
    const [first] = await lookup('localhost', { all: true })
    expect(failure?.sentence).toContain(first?.address)
  })

  it('is nothing where “localhost” is a server on one loopback address only', async () => {
    const known = new Set((await lookup('localhost', { all: true })).map(({ address }) => address))
    let tried = 0
    for (const host of ['127.0.0.1', '::1']) {
      if (!known.has(host) || !(await listensOn(host))) continue
      const server = await rawServer(reply('OK'), { host })
      const outcome = await aSender().send(aRequest(`http://localhost:${String(server.port)}`), OPTIONS)
      expect(outcome).toMatchObject({ failure: null, remoteAddress: host })
      tried += 1
    }
    expect(tried).toBeGreaterThan(0)
  })

  it('is that a name cannot be resolved', async () => {
    const { failure } = await aSender().send(aRequest('http://no-such-host.invalid:3000'), OPTIONS)
    expect(failure?.code).toBe('dns')
    expect(failure?.sentence).toContain('no-such-host.invalid')
  })

  it('is that a certificate is self-signed', async () => {
    const server = createTlsServer(SELF_SIGNED, (_request, response) => void response.end('OK')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { failure } = await aSender().send(aRequest(`https://127.0.0.1:${String(port)}`), OPTIONS)
    expect(failure).toMatchObject({ code: 'tls', sentence: expect.stringContaining('self-signed') })
  })

  it('is that https was asked of a plain http server', async () => {
    const server = createPlainServer((_request, response) => void response.end('OK')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { failure } = await aSender().send(aRequest(`https://127.0.0.1:${String(port)}`), OPTIONS)
    expect(failure).toMatchObject({ code: 'tls', sentence: expect.stringContaining('plain http server') })
  })

  it('is that the reply was cut off, with what had come of it', async () => {
    const server = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'))
    const outcome = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(outcome.failure?.code).toBe('reset')
    expect(outcome.reply).toMatchObject({
      status: 200,
      bodyLength: 3,
      bodyBase64: Buffer.from('abc').toString('base64'),
    })
  })

  it.each([
    ['closed', (socket: Socket) => void socket.end()],
    ['reset', (socket: Socket) => void socket.resetAndDestroy()],
  ])('is that the connection was %s without a reply, and the request is not sent again', async (_how, say) => {
    const server = await rawServer(say)
    const { failure, reply: got } = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(failure?.code).toBe('reset')
    expect(got).toBeNull()
    expect(server.opened()).toBe(1)
  })

  it('is that no reply came in time, and the connection is closed', async () => {
    const server = await rawServer(() => undefined)
    const { failure } = await aSender().send(aRequest(server.origin), { timeoutMs: 30 })
    expect(failure).toEqual({ code: 'timeout', sentence: 'No reply within 30 ms.' })
    await expect.poll(() => server.open()).toBe(0)
  })

  it('is that a reply was not whole in time, with what had come of it', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc')
    const outcome = await aSender().send(aRequest(server.origin), { timeoutMs: 300 })
    expect(outcome.failure?.sentence).toBe('No whole reply within 300 ms.')
    expect(outcome.reply).toMatchObject({
      status: 200,
      bodyLength: 3,
      bodyBase64: Buffer.from('abc').toString('base64'),
    })
  })

  it('is that it was cancelled, before or in the middle', async () => {
    const server = await rawServer(() => undefined)
    const sender = aSender()
    const before = await sender.send(aRequest(server.origin), { ...OPTIONS, signal: AbortSignal.abort() })
    expect(before.failure?.code).toBe('aborted')
    const cancel = new AbortController()
    const sending = sender.send(aRequest(server.origin), { ...OPTIONS, signal: cancel.signal })
    await expect.poll(() => server.received.some((text) => text.includes('\r\n\r\n'))).toBe(true)
    cancel.abort()
    expect((await sending).failure?.code).toBe('aborted')
    await expect.poll(() => server.open()).toBe(0)
  })

  it.each([
    ['SSH-2.0-OpenSSH_9.6\r\n', /no HTTP/],
    [`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`, /too long/],
    ['HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n', /another protocol/],
  ])('is that the answer cannot be read', async (answer, says) => {
    const server = await rawServer((socket) => socket.end(answer))
    const { failure } = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(failure).toMatchObject({ code: 'protocol', sentence: expect.stringMatching(says) })
  })

  it.each([
    [{ target: '/a b' }, /percent-encode/],
    [{ target: '/a\r\nX: y' }, /percent-encode/],
    [{ method: 'G T' }, /HTTP cannot carry/],
    [{ method: 'get' }, /capital letters/],
    [{ rawHeaders: ['X', 'a\r\nb'] }, /HTTP cannot carry/],
    [{ rawHeaders: ['X Y', 'a'] }, /HTTP cannot carry/],
    [{ origin: 'ftp://a.test' }, /no URL/],
  ])('is that it cannot be sent: %o', async (different, says) => {
    const server = await rawServer(reply('OK'))
    const { failure } = await aSender().send(aRequest(server.origin, different), OPTIONS)
    expect(failure).toMatchObject({ code: 'not-sendable', sentence: expect.stringMatching(says) })
    expect(server.opened()).toBe(0)
  })
})
