import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { recordingDesk } from './recording-desk.ts'

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('what the receiver keeps of a request', () => {
  it('is the target as it stood on the wire', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const target = '//HitPoint/../x??user_id=%zz%C3%A9+&amp;reward_amount=[50]"<>{}|^`\\#tail?a'
    await sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`)
    expect(desk.kept[0]?.request).toMatchObject({ method: 'GET', target, httpVersion: '1.1', rejection: null })
  })

  it('is an absolute target in full', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    await sendRaw(port, 'GET http://Example.test/hitpoint?a=1 HTTP/1.1\r\nHost: other\r\n\r\n')
    expect(desk.kept[0]?.request.target).toBe('http://Example.test/hitpoint?a=1')
  })

  it('is every header in its own case, in order, with repeats and bytes above ASCII', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const head = ['hOST: a', 'X-Twice: 1', 'accept: */*', 'x-twice: 2', 'X-Bytes: caf\xe9 \xff', 'X-Empty:']
    await sendRaw(port, `GET / HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)
    const rawHeaders = ['hOST', 'a', 'X-Twice', '1', 'accept', '*/*', 'x-twice', '2', 'X-Bytes', 'caf\xe9 \xff']
    expect(desk.kept[0]?.request.rawHeaders).toEqual([...rawHeaders, 'X-Empty', ''])
  })

  it('says where and when it came from', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const before = Date.now()
    const sender = await openRaw(port)
    sender.write('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')
    const { request } = await desk.captured()
    expect(request).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: sender.localPort })
    expect(request.receivedAt).toBeGreaterThanOrEqual(before)
    expect(request.receivedAt).toBeLessThanOrEqual(Date.now())
    sender.destroy()
  })

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'is a %s like any other method',
    async (method) => {
      const desk = recordingDesk()
      const { port } = await openReceiver(desk)
      const answer = await sendRaw(port, `${method} /hitpoint?a=1 HTTP/1.1\r\nHost: a\r\n\r\n`)
      expect(answer.status).toBe(200)
      expect(desk.kept.map(({ request }) => request.method)).toEqual([method])
    },
  )

  it('is an HTTP/1.0 request without a Host header', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, 'GET /hitpoint HTTP/1.0\r\n\r\n')
    expect(answer).toMatchObject({ status: 200, body: 'OK' })
    expect(answer.header('content-length')).toBe('2')
    expect(desk.kept[0]?.request).toMatchObject({ httpVersion: '1.0', rawHeaders: [] })
  })

  it('is a CONNECT, answered without becoming a proxy', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('CONNECT a.test:443 HTTP/1.1\r\nHost: a\r\n\r\n\x16\x03')
    expect(await sender.response()).toMatchObject({ status: 200, body: 'OK' })
    await sender.closed
    expect(desk.kept[0]?.request).toMatchObject({ method: 'CONNECT', target: 'a.test:443', bodyLength: 2 })
    expect(await desk.outcome()).toMatchObject({ senderGone: false })
    sender.destroy()
  })

  it('is an Upgrade request, answered in HTTP', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const head = 'GET /socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    expect(await sendRaw(port, head)).toMatchObject({ status: 200, body: 'OK' })
    expect(desk.kept[0]?.request.target).toBe('/socket')
  })

  it('is each of several requests sent at once, answered in order', async () => {
    const gates: (() => void)[] = []
    const desk = recordingDesk({ store: () => new Promise((resolve) => gates.push(resolve)) })
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    const three = ['/a', '/b', '/c'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
    desk.planReply = (_method, target) => ({ ...desk.reply, body: target })
    sender.write(three.join(''))
    await desk.captured(3)
    for (const open of gates.toReversed()) open()
    const bodies = [await sender.response(), await sender.response(), await sender.response()].map(({ body }) => body)
    expect(bodies).toEqual(['/a', '/b', '/c'])
    expect(desk.kept.map(({ request }) => request.target)).toEqual(['/a', '/b', '/c'])
    sender.destroy()
  })
})

describe('what the receiver keeps of a body', () => {
  it('is its bytes, exactly', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const body = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    await sendRaw(port, `POST / HTTP/1.1\r\nContent-Length: 256\r\n\r\n${body.toString('latin1')}`)
    const request = desk.kept[0]?.request
    expect(Buffer.from(request?.body ?? []).equals(body)).toBe(true)
    expect(request).toMatchObject({ bodyLength: 256, bodyComplete: true })
  })

  it('is a chunked one put together', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    await sendRaw(port, 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n')
    expect(textOf(desk.kept[0]?.request.body ?? new Uint8Array())).toBe('abcde')
  })

  it('is its first bytes up to the cap, and its true length', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { bodyKept: 10 })
    const answer = await sendRaw(port, `POST / HTTP/1.1\r\nContent-Length: 26\r\n\r\nabcdefghijklmnopqrstuvwxyz`)
    expect(answer.status).toBe(200)
    expect(desk.kept[0]?.request).toMatchObject({ bodyLength: 26, bodyComplete: true })
    expect(textOf(desk.kept[0]?.request.body ?? new Uint8Array())).toBe('abcdefghij')
  })

  it('is less where many large bodies are under way, and all of it again when they are stored', async () => {
    let store: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      store = resolve
    })
    const desk = recordingDesk({ store: (id) => (id === 1 ? gate : Promise.resolve()) })
    const { port } = await openReceiver(desk, { bodiesKeptTogether: 8 })
    const post = 'POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nabcdef'
    const first = await openRaw(port)
    first.write(post)
    await desk.captured(1)
    await sendRaw(port, post)
    store()
    await first.response()
    await sendRaw(port, post)
    expect(desk.kept.map(({ request }) => textOf(request.body))).toEqual(['abcdef', 'ab', 'abcdef'])
    expect(desk.kept.map(({ request }) => request.bodyLength)).toEqual([6, 6, 6])
    first.destroy()
  })

  it('is what was counted of one beyond the limit, which is refused with 413', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { bodyKept: 4, bodyAccepted: 1000 })
    const sender = await openRaw(port)
    sender.write(`POST / HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n${'x'.repeat(3_000_000)}`)
    const answer = await sender.response()
    expect(answer.status).toBe(413)
    expect(answer.header('connection')).toBe('close')
    await sender.closed
    const [kept] = desk.kept
    expect(kept?.request.bodyLength).toBeGreaterThan(1000)
    expect(kept?.request).toMatchObject({ bodyComplete: false })
    expect(kept?.request.body).toHaveLength(4)
    expect(kept?.reply.status).toBe(413)
    sender.destroy()
  })

  it('is refused so that a sender reads it who looks only after having sent much more', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { bodyAccepted: 1000 })
    const sender = await openRaw(port)
    sender.stopReading()
    // More than the system's own buffers take: the sender is still at it when the refusal goes out.
    sender.write(`POST / HTTP/1.1\r\nContent-Length: 12000000\r\n\r\n${'x'.repeat(12_000_000)}`)
    await desk.outcome()
    // Many turns later a reset would have arrived, and would have taken the answer with it.
    for (let turn = 0; turn < 20; turn += 1) await sendRaw(port, 'GET /after HTTP/1.1\r\n\r\n')
    sender.readOn()
    expect((await sender.response()).status).toBe(413)
    sender.destroy()
  })

  it.each([
    ['ended its side', 'end'],
    ['closed', 'destroy'],
    ['reset the connection', 'reset'],
  ] as const)('is what had come before its sender %s, marked incomplete', async (_what, how) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('POST /hitpoint HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n')
    await sender.response()
    sender.write('abc')
    // A second connection's answer: by then the first one's bytes have been read too.
    await sendRaw(port, 'GET /after HTTP/1.1\r\n\r\n')
    sender[how]()
    const { request, reply } = await desk.captured(2)
    expect(request).toMatchObject({ target: '/hitpoint', bodyLength: 3, bodyComplete: false, rejection: null })
    expect(reply.status).toBe(400)
    expect(await desk.outcome(2)).toMatchObject({ senderGone: how !== 'end' })
    sender.destroy()
  })

  it('is answered with 400 where it ends early and its sender still reads', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('POST /hitpoint HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc')
    sender.end()
    expect(await sender.response()).toMatchObject({ status: 400, body: expect.stringContaining('body ended') })
    await sender.closed
    sender.destroy()
  })

  it('is what had come before its chunks stopped making sense; the request is not counted twice', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(
      port,
      'POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nnonsense\r\n\r\n',
    )
    expect(answer.status).toBe(400)
    expect(desk.kept).toHaveLength(1)
    expect(desk.kept[0]?.request).toMatchObject({ target: '/x', bodyLength: 3, bodyComplete: false, rejection: null })
  })

  it('asks a sender that expects 100-continue to go on', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n')
    expect((await sender.response()).status).toBe(100)
    sender.write('abc')
    expect((await sender.response()).status).toBe(200)
    expect(textOf(desk.kept[0]?.request.body ?? new Uint8Array())).toBe('abc')
    sender.destroy()
  })

  it('keeps a request with another expectation too', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    expect((await sendRaw(port, 'GET /x HTTP/1.1\r\nExpect: a miracle\r\n\r\n')).status).toBe(200)
    expect(desk.kept[0]?.request.target).toBe('/x')
  })
})
