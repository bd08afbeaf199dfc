import { describe, expect, it } from 'vitest'
import { sendRaw } from '../../support/raw-socket.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { freePort, rawServer, reply } from '../forwarder/raw-server.ts'
import { forwardingInspector } from './forwarding-inspector.ts'

const lines = (text: string | undefined): string[] => (text ?? '').split('\r\n')

describe('a postback of an endpoint that observes', () => {
  it('is answered at once by the endpoint, and reaches the backend as it came', async () => {
    const backend = await rawServer(reply('credited', 'HTTP/1.1 201 Created'))
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin })
    const target = '/hitpoint?user_id=%zz|"<>&&reward_amount=5#x?y'
    const head = [
      'hOST: me.test',
      'X-Twice: 1',
      'Connection: X-Mine, close',
      'X-Mine: 1',
      'x-twice: caf\xe9',
      'TE: gzip',
    ]
    const answer = await sendRaw(it.port, `GET ${target} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)
    expect([answer.status, answer.body]).toEqual([200, 'OK'])
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    expect(lines(backend.received[0])).toEqual([
      `GET ${target} HTTP/1.1`,
      `hOST: 127.0.0.1:${String(backend.port)}`,
      'X-Twice: 1',
      'x-twice: caf\xe9',
      expect.stringMatching(/^X-Adjump-Inspector-Forwarded: [0-9a-f-]{36}$/),
      'Connection: close',
      '',
      '',
    ])
    const [attempt] = await it.attempts(1)
    expect(attempt).toMatchObject({
      attempt: 1,
      mode: 'observe',
      url: `${backend.origin}${target}`,
      reply: { status: 201, statusText: 'Created', bodyBase64: Buffer.from('credited').toString('base64') },
      failure: null,
      retryAt: null,
    })
    expect((await it.detail(1)).reply.status).toBe(200)
  })

  it('goes to the backend’s own path where it has one, with its query untouched and its body whole', async () => {
    const backend = await rawServer(reply('OK'))
    const it = await forwardingInspector({ mode: 'observe', url: `${backend.origin}/api/credit//x` })
    const target = 'http://evil.test/hitpoint?user_id=a%20b+c&&reward_amount=5?'
    await sendRaw(it.port, `POST ${target} HTTP/1.1\r\nHost: a\r\ncontent-length: 3\r\n\r\n\x00\xff\x80`)
    await expect.poll(() => backend.received.length).toBe(1)
    await expect.poll(() => backend.received[0]).toContain('\x00\xff\x80')
    expect(lines(backend.received[0])[0]).toBe('POST /api/credit//x?user_id=a%20b+c&&reward_amount=5? HTTP/1.1')
    expect(backend.received[0]).toContain('\r\ncontent-length: 3\r\n')
  })

  it('is answered although the backend hangs, and that is noted as a time-out', async () => {
    const backend = await rawServer(() => undefined)
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin, timeoutMs: 100, retries: 0 })
    expect((await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')).status).toBe(200)
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    expect((await it.attempts(1))[0]).toMatchObject({ reply: null, failure: { code: 'timeout' } })
  })

  it('is tried again after a refused connection and a 5xx, and not after the reply that follows', async () => {
    let answers = 0
    const backend = await rawServer((socket) => {
      answers += 1
      socket.end(reply('', answers === 1 ? 'HTTP/1.1 503 Busy' : 'HTTP/1.1 404 Not Found'))
    })
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin, retries: 5 })
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await expect.poll(() => it.attempts(1)).toHaveLength(2)
    const [first, second] = await it.attempts(1)
    expect(first).toMatchObject({ attempt: 1, reply: { status: 503 } })
    expect(first?.retryAt).toBeGreaterThan(first?.startedAt ?? 0)
    expect(second?.startedAt).toBeGreaterThanOrEqual((first?.retryAt ?? 0) - 50)
    expect(second).toMatchObject({ attempt: 2, reply: { status: 404 }, retryAt: null })
  })

  it('shows a redirect and does not follow it', async () => {
    const elsewhere = await rawServer(reply('no'))
    const backend = await rawServer(reply('', `HTTP/1.1 302 Found\r\nLocation: ${elsewhere.origin}/x`))
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin })
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    const [attempt] = await it.attempts(1)
    expect(attempt?.reply).toMatchObject({ status: 302, rawHeaders: expect.arrayContaining(['Location']) })
    expect(elsewhere.opened()).toBe(0)
  })

  it('keeps the start of a long reply and its true length', async () => {
    const backend = await rawServer(reply('x'.repeat(400_000)))
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin })
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    const [attempt] = await it.attempts(1)
    expect(attempt?.reply?.bodyLength).toBe(400_000)
    expect(Buffer.from(attempt?.reply?.bodyBase64 ?? '', 'base64')).toHaveLength(256 * 1024)
  })

  it('does not wait behind more of its kind than the backend is asked at a time', async () => {
    let most = 0
    const backend = await rawServer((socket) => {
      most = Math.max(most, backend.open())
      setImmediate(() => socket.end(reply('OK')))
    })
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin })
    const all = Array.from({ length: 50 }, (_, n) =>
      sendRaw(it.port, `GET /hitpoint?user_id=u${String(n)} HTTP/1.1\r\n\r\n`),
    )
    await Promise.all(all)
    await expect.poll(() => backend.opened()).toBe(50)
    expect(most).toBeLessThanOrEqual(8)
    await expect.poll(async () => (await it.attempts(50)).length).toBe(1)
  })
})

describe('what is not forwarded', () => {
  it('is noise, probes, unknown paths and what was rejected', async () => {
    const backend = await rawServer(reply('OK'))
    const it = await forwardingInspector({ mode: 'observe', url: backend.origin })
    await sendRaw(it.port, 'GET /favicon.ico HTTP/1.1\r\n\r\n')
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\nUser-Agent: Slackbot 1.0\r\n\r\n')
    await sendRaw(it.port, 'HEAD /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await sendRaw(it.port, 'OPTIONS /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await sendRaw(it.port, 'GET /other?user_id=a HTTP/1.1\r\n\r\n')
    await sendRaw(it.port, 'no http at all\r\n\r\n')
    await sendRaw(it.port, 'GET /hitpoint?user_id=last HTTP/1.1\r\n\r\n')
    const stored = await it.stored()
    expect(stored).toHaveLength(7)
    await expect.poll(() => backend.received.length).toBe(1)
    await expect.poll(() => it.attempts(7)).toHaveLength(1)
    expect(backend.received[0]).toContain('user_id=last')
    for (const { id } of stored.slice(0, 6)) expect(await it.attempts(id)).toEqual([])
  })

  it('is what waits when the inspector closes: given up, and noted', async () => {
    const folder = await tempFolder()
    const port = await freePort()
    const it = await forwardingInspector(
      { mode: 'observe', url: `http://127.0.0.1:${String(port)}`, retries: 10 },
      { folder },
    )
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await expect.poll(() => it.attempts(1)).toHaveLength(1)
    await it.inspector.close()
    const again = await forwardingInspector({ mode: 'off' }, { folder })
    const attempts = await again.attempts(1)
    expect(attempts.at(-1)).toMatchObject({
      failure: { code: 'given-up', sentence: expect.stringContaining('The inspector was closed') },
    })
  })
})

describe('forwarding again by hand', () => {
  it('makes one more attempt, whatever the mode', async () => {
    const backend = await rawServer(reply('OK'))
    const it = await forwardingInspector({ mode: 'off', url: `${backend.origin}/credit` })
    await sendRaw(it.port, 'POST /hitpoint?user_id=a HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi')
    expect(await it.attempts(1)).toEqual([])
    expect(await it.again(1)).toMatchObject({ attempt: 1, mode: 'again', reply: { status: 200 }, failure: null })
    expect(await it.again(1)).toMatchObject({ attempt: 2 })
    expect(backend.received[1]).toMatch(/^POST \/credit\?user_id=a .*\r\n\r\nhi$/s)
  })

  it('says why it cannot', async () => {
    const it = await forwardingInspector({ mode: 'off' })
    await sendRaw(it.port, 'GET /favicon.ico HTTP/1.1\r\n\r\n')
    await sendRaw(it.port, 'GET /hitpoint?user_id=a HTTP/1.1\r\n\r\n')
    await expect(it.again(1)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Only postbacks'),
    })
    await expect(it.again(2)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('no backend') })
    await expect(it.again(99)).rejects.toMatchObject({ code: 'not-found' })
  })
})
