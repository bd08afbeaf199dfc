import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { freePort, rawServer, reply } from '../forwarder/raw-server.ts'
import { forwardingInspector } from './forwarding-inspector.ts'

const GET = 'GET /hitpoint?user_id=a&reward_amount=5 HTTP/1.1\r\nHost: a\r\n\r\n'

describe('the sender of a postback that is relayed', () => {
  it('gets the backend’s status, headers with repeats, and body to the byte', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1')
    const head = [
      'HTTP/1.1 207 Caf\xe9',
      'X-Twice: 1',
      'set-cookie: a=\xe9',
      'Connection: close, X-Hop',
      'X-Hop: 1',
      'Keep-Alive: timeout=3',
      'Set-Cookie: b',
      'Date: Mon, 01 Jan 2001 00:00:00 GMT',
    ]
    const backend = await rawServer(reply(bytes, head.join('\r\n')))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    const answer = await sendRaw(it.port, GET)
    expect([answer.status, answer.reason, answer.body]).toEqual([207, 'Caf\xe9', bytes])
    const own = new Set(['Connection', 'Keep-Alive', 'Content-Length'])
    expect(answer.headers.filter(([name]) => !own.has(name))).toEqual([
      ['X-Twice', '1'],
      ['set-cookie', 'a=\xe9'],
      ['Set-Cookie', 'b'],
      ['Date', 'Mon, 01 Jan 2001 00:00:00 GMT'],
    ])
    expect(answer.header('content-length')).toBe('256')
  })

  it('gets a chunked reply put together, and one without a body as one', async () => {
    let nth = 0
    const backend = await rawServer((socket) => {
      nth += 1
      const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n'
      socket.end(nth === 1 ? chunked : 'HTTP/1.1 204 No Content\r\nX: y\r\n\r\n')
    })
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    const sender = await openRaw(it.port)
    sender.write(GET)
    expect(await sender.response()).toMatchObject({ status: 200, body: 'abcde' })
    sender.write(GET)
    const second = await sender.response()
    expect([second.status, second.body, second.header('x')]).toEqual([204, '', 'y'])
    sender.destroy()
  })

  it('gets all of a long reply, of which the attempt keeps the start', async () => {
    const backend = await rawServer(reply('x'.repeat(700_000)))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    expect((await sendRaw(it.port, GET)).body).toHaveLength(700_000)
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    const [attempt] = await it.attempts(1)
    expect(attempt?.reply?.bodyLength).toBe(700_000)
    expect(Buffer.from(attempt?.reply?.bodyBase64 ?? '', 'base64')).toHaveLength(256 * 1024)
    await expect.poll(async () => (await it.detail(1)).replyBody.length).toBe(64 * 1024)
  })

  it('is told that a reply beyond any measure was not passed on', async () => {
    const backend = await rawServer(reply('x'.repeat(17 * 1024 * 1024)))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    expect(await sendRaw(it.port, GET)).toMatchObject({ status: 502, body: expect.stringContaining('16 MiB') })
  })

  it('gets the reply of a backend that goes on talking after it', async () => {
    const backend = await rawServer((socket) => {
      socket.end('HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello')
    })
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    expect(await sendRaw(it.port, GET)).toMatchObject({ status: 204, body: '' })
  })

  it('gets a redirect as it is', async () => {
    const backend = await rawServer(reply('', 'HTTP/1.1 307 Temporary Redirect\r\nLocation: /other?a=|'))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    const answer = await sendRaw(it.port, GET)
    expect([answer.status, answer.header('location')]).toEqual([307, '/other?a=|'])
    expect(backend.opened()).toBe(1)
  })

  it('is told in a sentence that the backend refused, cut off or did not answer, and it is never tried twice', async () => {
    const refusing = `http://127.0.0.1:${String(await freePort())}`
    const it = await forwardingInspector({ mode: 'relay', url: refusing, retries: 3 })
    const refused = await sendRaw(it.port, GET)
    expect([refused.status, refused.body]).toEqual([502, expect.stringContaining('(refused)')])
    expect(refused.body).not.toContain('127.0.0.1')

    const cutting = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'))
    await it.save({ url: cutting.origin })
    expect((await sendRaw(it.port, GET)).status).toBe(502)

    const hanging = await rawServer(() => undefined)
    await it.save({ url: hanging.origin, timeoutMs: 100 })
    expect((await sendRaw(it.port, GET)).status).toBe(504)
    expect([cutting.opened(), hanging.opened()]).toEqual([1, 1])
    for (const [id, code] of [
      [1, 'refused'],
      [2, 'reset'],
      [3, 'timeout'],
    ] as const) {
      await expect.poll(() => it.attempts(id)).toMatchObject([{ mode: 'relay', failure: { code }, retryAt: null }])
    }
  })

  it('gets the endpoint’s own reply to a HEAD and to noise', async () => {
    const backend = await rawServer(reply('backend'))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    expect((await sendRaw(it.port, GET.replace('GET', 'HEAD'))).status).toBe(200)
    const robot = await sendRaw(it.port, GET.replace('Host: a', 'User-Agent: Slackbot 1.0'))
    expect(robot.body).toBe('OK')
    expect(backend.opened()).toBe(0)
  })

  it('is relayed only once the postback is on disk, and what was really answered is stored with it', async () => {
    const backend = await rawServer(reply('h\xc3\xa9', 'HTTP/1.1 418 Teapot\r\nX-A: 1'))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    await sendRaw(it.port, GET)
    await expect.poll(async () => (await it.stored())[0]?.reply).toMatchObject({ status: 418, senderGone: false })
    const detail = await it.detail(1)
    expect(detail.replyHeaders).toEqual([['X-A', '1']])
    expect(detail.replyBody).toBe('hé')
    expect(detail.reply.sentAt).not.toBeNull()
  })

  it('who leaves before the backend answers is noted as gone, and the backend’s answer is kept', async () => {
    const held: (() => void)[] = []
    const backend = await rawServer((socket) => held.push(() => void socket.end(reply('late'))))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    const sender = await openRaw(it.port)
    sender.write(GET)
    await expect.poll(() => held.length).toBe(1)
    sender.reset()
    for (const answer of held) answer()
    await expect.poll(() => it.attempts(1)).toMatchObject([{ reply: { status: 200 }, failure: null }])
    await expect.poll(async () => (await it.stored())[0]?.reply.senderGone).toBe(true)
  })
})
