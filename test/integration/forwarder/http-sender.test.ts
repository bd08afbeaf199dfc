import { describe, expect, it, onTestFinished } from 'vitest'
import type { OutgoingRequest, RequestSender, SendOutcome } from '../../../src/core/outgoing.ts'
import { createHttpSender } from '../../../src/services/forwarder/http-sender.ts'
import { rawServer, reply } from './raw-server.ts'

const NO_BODY = new Uint8Array()
const OPTIONS = { timeoutMs: 10_000 }

function aSender(): RequestSender {
  const sender = createHttpSender()
  onTestFinished(() => sender.close())
  return sender
}

function aRequest(origin: string, different: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return { origin, method: 'GET', target: '/', rawHeaders: [], body: NO_BODY, ...different }
}

const bodyOf = ({ reply: got }: SendOutcome): string => Buffer.from(got?.bodyBase64 ?? '', 'base64').toString('latin1')
const lines = (text: string | undefined): string[] => (text ?? '').split('\r\n')

describe('what the sender sends', () => {
  it.each([
    '/hitpoint?user_id=a|b&reward_amount="5"',
    '//hitpoint//x?a=1',
    '/caf\xe9?user_id=\xff\x80',
    '/a?b#c?d',
    '/a?%zz&&=+{user_id}<>^`\\[]',
    'http://Example.test/hitpoint?a=1',
    '*',
  ])('is the target to the byte: %s', async (target) => {
    const server = await rawServer(reply('OK'))
    const outcome = await aSender().send(aRequest(server.origin, { target }), OPTIONS)
    expect(outcome.failure).toBeNull()
    expect(lines(server.received[0])[0]).toBe(`GET ${target} HTTP/1.1`)
  })

  it('is every header in its order and case, with repeats and bytes above ASCII, and nothing else of its own', async () => {
    const server = await rawServer(reply('OK'))
    const rawHeaders = ['X-Twice', '1', 'hOST', 'my.test', 'accept', '*/*', 'x-twice', '2', 'X-Bytes', 'caf\xe9']
    await aSender().send(aRequest(server.origin, { rawHeaders }), OPTIONS)
    expect(lines(server.received[0]).slice(1)).toEqual([
      'X-Twice: 1',
      'hOST: my.test',
      'accept: */*',
      'x-twice: 2',
      'X-Bytes: caf\xe9',
      'Connection: close',
      '',
      '',
    ])
  })

  it('names the server it goes to where no host was given', async () => {
    const server = await rawServer(reply('OK'))
    await aSender().send(aRequest(server.origin), OPTIONS)
    expect(lines(server.received[0])[1]).toBe(`Host: 127.0.0.1:${String(server.port)}`)
  })

  it('is a body to the byte, its length in the place of the one that was given', async () => {
    const server = await rawServer(reply('OK'))
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const rawHeaders = ['content-LENGTH', '7', 'X-Last', 'é'.normalize('NFC'), 'Transfer-Encoding', 'chunked']
    await aSender().send(aRequest(server.origin, { method: 'POST', rawHeaders, body }), OPTIONS)
    const [head = '', sent] = (server.received[0] ?? '').split('\r\n\r\n')
    expect(lines(head).slice(2)).toEqual(['content-LENGTH: 256', 'X-Last: \xe9', 'Connection: close'])
    expect(sent).toBe(Buffer.from(body).toString('latin1'))
  })

  it.each(['POST', 'PUT', 'PATCH'])('is a %s without a body as one of length 0, never in chunks', async (method) => {
    const server = await rawServer(reply('OK'))
    await aSender().send(aRequest(server.origin, { method }), OPTIONS)
    expect(server.received[0]).toContain('Content-Length: 0\r\n')
    expect(server.received[0]).not.toContain('chunked')
  })

  it('is a DELETE or GET with the body it was given', async () => {
    const server = await rawServer(reply('OK'))
    const sender = aSender()
    for (const method of ['DELETE', 'GET']) {
      await sender.send(aRequest(server.origin, { method, body: Buffer.from('abc') }), OPTIONS)
    }
    expect(server.received.map((text) => text.split('\r\n\r\n')[1])).toEqual(['abc', 'abc'])
  })

  it('goes out once on a connection of its own, so that a connection that goes stale cannot double it', async () => {
    const server = await rawServer((socket) => {
      socket.end(reply('OK', 'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60'))
    })
    const sender = aSender()
    for (let nth = 0; nth < 3; nth += 1) {
      expect(await sender.send(aRequest(server.origin), OPTIONS)).toMatchObject({ failure: null })
    }
    expect(server.opened()).toBe(3)
  })

  it('drips, as a slow client does, and stops with the connection', async () => {
    const server = await rawServer(reply('OK'))
    const request = aRequest(server.origin, { method: 'POST', body: Buffer.from('0123456789abcdefghij') })
    expect(await aSender().send(request, { ...OPTIONS, dripMs: 1 })).toMatchObject({ failure: null })
    expect(server.received[0]).toContain('\r\n\r\n0123456789abcdefghij')
    expect(await aSender().send(aRequest(server.origin), { ...OPTIONS, dripMs: 1 })).toMatchObject({ failure: null })
    const late = await aSender().send(request, { timeoutMs: 100, dripMs: 3_600_000 })
    expect(late.failure?.code).toBe('timeout')
  })
})

describe('what the sender brings back', () => {
  it('is status, its text, headers with repeats in order and case, and the body to the byte', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1')
    const head = 'HTTP/1.1 207 Caf\xe9\r\nX-Twice: 1\r\nset-cookie: a\r\nx-twice: 2\r\nSet-Cookie: \xe9'
    const server = await rawServer(reply(bytes, head))
    const outcome = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(outcome).toMatchObject({ failure: null, remoteAddress: '127.0.0.1' })
    expect(outcome.reply).toMatchObject({ status: 207, statusText: 'Caf\xe9', bodyLength: 256 })
    expect(outcome.reply?.rawHeaders.slice(0, 8)).toEqual([
      ...['X-Twice', '1', 'set-cookie', 'a'],
      ...['x-twice', '2', 'Set-Cookie', '\xe9'],
    ])
    expect(bodyOf(outcome)).toBe(bytes)
    expect(outcome.connectMs).toBeLessThanOrEqual(outcome.firstByteMs ?? -1)
    expect(outcome.firstByteMs).toBeLessThanOrEqual(outcome.totalMs)
  })

  it.each([
    ['a chunked one', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n', 'abcde'],
    ['one without length', 'HTTP/1.0 200 OK\r\n\r\nabc', 'abc'],
    ['a 204', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
    ['a 304', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n', ''],
    ['one after 100 and 103', `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n${reply('OK')}`, 'OK'],
  ])('may be %s', async (_what, answer, body) => {
    const server = await rawServer((socket) => socket.end(Buffer.from(answer, 'latin1')))
    const outcome = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(outcome.failure).toBeNull()
    expect(bodyOf(outcome)).toBe(body)
  })

  it('is no body for a HEAD, whatever length it announces', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n')
    const outcome = await aSender().send(aRequest(server.origin, { method: 'HEAD' }), OPTIONS)
    expect(outcome).toMatchObject({ failure: null, reply: { status: 200, bodyLength: 0 } })
  })

  it('is a redirect as it stands, not followed', async () => {
    const server = await rawServer(reply('', 'HTTP/1.1 302 Found\r\nLocation: /elsewhere'))
    const outcome = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(outcome.reply).toMatchObject({ status: 302, rawHeaders: expect.arrayContaining(['/elsewhere']) })
    expect(server.opened()).toBe(1)
  })

  it('is the start of a long body and its true length', async () => {
    const server = await rawServer(reply('x'.repeat(300_000)))
    const outcome = await aSender().send(aRequest(server.origin), OPTIONS)
    expect(outcome.reply?.bodyLength).toBe(300_000)
    expect(bodyOf(outcome)).toHaveLength(256 * 1024)
    const less = await aSender().send(aRequest(server.origin), { ...OPTIONS, bodyCap: 10 })
    expect(bodyOf(less)).toBe('x'.repeat(10))
  })
})

describe('after it is closed', () => {
  it('nothing is left: what was under way ends, no socket and no timer stays, nothing more is sent', async () => {
    const server = await rawServer(() => undefined)
    const sender = createHttpSender()
    const slow = sender.send(aRequest(server.origin, { method: 'POST', body: Buffer.alloc(80) }), {
      timeoutMs: 3_600_000,
      dripMs: 1_800_000,
    })
    const waiting = sender.send(aRequest(server.origin), { timeoutMs: 3_600_000 })
    await expect.poll(() => server.received.filter((text) => text.includes('\r\n\r\n'))).toHaveLength(2)
    sender.close()
    for (const outcome of [await slow, await waiting]) expect(outcome.failure?.code).toBe('aborted')
    await expect.poll(() => server.open()).toBe(0)
    // Only what this test itself set going may still tick: nothing of half an hour is among it.
    expect(process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap')).toEqual([])
    expect((await sender.send(aRequest(server.origin), OPTIONS)).failure?.code).toBe('aborted')
    expect(server.opened()).toBe(2)
  })
})
