import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { firstHeldBack, recordingDesk } from './recording-desk.ts'

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

describe('bytes that are no HTTP request', () => {
  it.each([
    ['a raw space', 'GET /hitpoint?user_id=a b HTTP/1.1\r\nHost: a\r\n\r\n', 'HPE_INVALID_CONSTANT'],
    ['raw bytes above ASCII', 'GET /hitpoint?user_id=caf\xc3\xa9 HTTP/1.1\r\n\r\n', 'HPE_INVALID_URL'],
    ['a lower-case method', 'get /hitpoint HTTP/1.1\r\n\r\n', 'HPE_INVALID_METHOD'],
    ['a method nobody knows', 'FETCH /hitpoint HTTP/1.1\r\n\r\n', 'HPE_INVALID_METHOD'],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'HPE_INVALID_METHOD'],
    ['HTTP/2 without being asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'HPE_PAUSED_H2_UPGRADE'],
    ['a header name with a space', 'GET / HTTP/1.1\r\nX Y: 1\r\n\r\n', 'HPE_INVALID_HEADER_TOKEN'],
  ])('are kept with the parser’s code, then answered 400: %s', async (_what, bytes, code) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(bytes)
    const answer = await sender.response()
    expect(answer.status).toBe(400)
    expect(answer.header('connection')).toBe('close')
    await sender.closed
    expect(desk.kept).toHaveLength(1)
    const request = desk.kept[0]?.request
    expect(request).toMatchObject({ method: null, target: null, httpVersion: null, remotePort: sender.localPort })
    expect(request?.rejection).toEqual({ code, firstBytes: bytesOf(bytes) })
    expect(await desk.outcome()).toMatchObject({ senderGone: false })
    sender.destroy()
  })

  it('are answered only after they are stored, and with 503 where they cannot be', async () => {
    const desk = recordingDesk({ store: () => Promise.reject(new Error('disk full')) })
    const { port } = await openReceiver(desk)
    expect((await sendRaw(port, 'nonsense\r\n\r\n')).status).toBe(503)
  })

  it('are kept up to a cap', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { rejectedBytes: 16 })
    await sendRaw(port, `get /${'x'.repeat(200)} HTTP/1.1\r\n\r\n`)
    expect(desk.kept[0]?.request.rejection?.firstBytes).toEqual(bytesOf('get /xxxxxxxxxxx'))
  })

  it.each([
    ['request line', `GET /hitpoint?user_id=${'x'.repeat(17_000)} HTTP/1.1\r\n\r\n`],
    ['header', `GET /hitpoint?user_id=a HTTP/1.1\r\nCookie: ${'x'.repeat(70_000)}\r\n\r\n`],
  ])('include a %s that is too long: 431', async (_what, bytes) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, bytes)
    expect(answer.status).toBe(431)
    expect(desk.kept).toHaveLength(1)
    const rejection = desk.kept[0]?.request.rejection
    expect(rejection?.code).toBe('HPE_HEADER_OVERFLOW')
    expect(rejection?.firstBytes.length).toBeLessThanOrEqual(8192)
  })

  it('include a head that takes too long: 408', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headTimeout: 30, checkInterval: 10 })
    const answer = await sendRaw(port, 'GET /hitpoint HTTP/1.1\r\nHost:')
    expect(answer.status).toBe(408)
    expect(desk.kept[0]?.request.rejection?.code).toBe('ERR_HTTP_REQUEST_TIMEOUT')
  })

  it('include a head that ends midway', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('GET /hitpoint HT')
    sender.end()
    expect((await sender.response()).status).toBe(400)
    expect(desk.kept[0]?.request.rejection?.code).toBe('HPE_INVALID_EOF_STATE')
    sender.destroy()
  })

  it('wait for the replies to good requests before them', async () => {
    const { desk, commit } = firstHeldBack()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('GET /good HTTP/1.1\r\n\r\nnonsense\r\n\r\n')
    await desk.captured(2)
    commit()
    expect((await sender.response()).status).toBe(200)
    expect((await sender.response()).status).toBe(400)
    await sender.closed
    sender.destroy()
  })

  it('are told apart from a good body before them', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('POST /good HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcnonsense\r\n\r\n')
    expect((await sender.response()).status).toBe(200)
    expect((await sender.response()).status).toBe(400)
    expect(desk.kept.map(({ request }) => request.bodyComplete)).toEqual([true, true])
    expect(new Set(desk.kept.map(({ request }) => request.target))).toEqual(new Set(['/good', null]))
    sender.destroy()
  })
})

describe('connections that are not worth a record', () => {
  it('come and go without a byte', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    for (const how of ['end', 'reset', 'destroy'] as const) {
      const sender = await openRaw(port)
      sender[how]()
    }
    await sendRaw(port, 'GET /after HTTP/1.1\r\n\r\n')
    expect(desk.kept.map(({ request }) => request.target)).toEqual(['/after'])
  })

  it('are reset after their reply', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write('GET /first HTTP/1.1\r\n\r\n')
    await sender.response()
    sender.reset()
    await sendRaw(port, 'GET /after HTTP/1.1\r\n\r\n')
    expect(desk.kept.map(({ request }) => request.target)).toEqual(['/first', '/after'])
  })

  it('send nothing for longer than a head may take: a tunnel keeps them ready, and they stay open', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headTimeout: 20, checkInterval: 10 })
    const silent = await openRaw(port)
    // A slow head that began later is refused: by then the silent connection was looked at too.
    expect((await sendRaw(port, 'GET /slow')).status).toBe(408)
    silent.write('GET /ready HTTP/1.1\r\n\r\n')
    expect((await silent.response()).status).toBe(200)
    silent.write('GET /slow')
    expect((await silent.response()).status).toBe(408)
    expect(desk.kept.map(({ request }) => request.target)).toEqual([null, '/ready', null])
    silent.destroy()
  })

  it('rest after a request: they are closed without a word', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { keepAliveTimeout: 10 })
    const sender = await openRaw(port)
    sender.write('GET / HTTP/1.1\r\n\r\n')
    await sender.response()
    await sender.closed
    expect(sender.received()).toBe('')
    expect(desk.kept).toHaveLength(1)
    sender.destroy()
  })
})
