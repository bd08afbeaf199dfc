import { describe, expect, it } from 'vitest'
import { DEFAULT_RECEIVER_LIMITS } from '../../../src/core/receiver-limits.ts'
import { openRaw, type RawConnection, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { recordingDesk } from './recording-desk.ts'

const GET = 'GET /hitpoint HTTP/1.1\r\n\r\n'

describe('the receiver’s bounds', () => {
  it('refuse a request with too many headers, and keep all of them', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const headers = Array.from({ length: 201 }, (_, index) => `h${String(index)}: v\r\n`).join('')
    const answer = await sendRaw(port, `GET /many HTTP/1.1\r\n${headers}\r\n`)
    expect(answer.status).toBe(431)
    expect(desk.kept[0]?.request.target).toBe('/many')
    expect(desk.kept[0]?.request.rawHeaders).toHaveLength(402)
    expect(desk.kept[0]?.reply.status).toBe(431)
  })

  it('let a request with as many headers as allowed through', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headerCount: 3 })
    expect((await sendRaw(port, 'GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n')).status).toBe(200)
  })

  it('refuse a body that takes too long, and keep what came', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headTimeout: 20, requestTimeout: 40, checkInterval: 10 })
    const answer = await sendRaw(port, 'POST /slow HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc')
    expect(answer.status).toBe(408)
    expect(desk.kept).toHaveLength(1)
    expect(desk.kept[0]?.request).toMatchObject({ target: '/slow', bodyLength: 3, bodyComplete: false })
  })

  it('close the oldest idle connection to make room for another', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { connections: 2 })
    const oldest = await openRaw(port)
    const used = await openRaw(port)
    used.write(GET)
    await used.response()
    expect((await sendRaw(port, GET)).status).toBe(200)
    await oldest.closed
    used.write(GET)
    expect((await used.response()).status).toBe(200)
    used.destroy()
    oldest.destroy()
  })

  it('answer 503 where all connections are busy, and keep nothing of it', async () => {
    const desk = recordingDesk({ store: () => new Promise(() => undefined) })
    const { port } = await openReceiver(desk, { connections: 1 })
    const busy = await openRaw(port)
    busy.write(GET)
    await desk.captured()
    const refused = await sendRaw(port, GET)
    expect(refused.status).toBe(503)
    expect(refused.header('retry-after')).toBe('5')
    expect(desk.kept).toHaveLength(1)
    busy.destroy()
  })

  it('stop reading from a sender with too many unanswered requests, and go on when they are answered', async () => {
    const gates: (() => void)[] = []
    let stalled = true
    const desk = recordingDesk({
      store: () => (stalled ? new Promise((resolve) => gates.push(resolve)) : Promise.resolve()),
      probe: (target) => (target === '/probe' ? 'here' : null),
    })
    const { port } = await openReceiver(desk, { unanswered: 10 })
    const sender = await openRaw(port)
    const all = 5_000
    sender.write(`GET /hitpoint HTTP/1.1\r\nX-Padding: ${'x'.repeat(500)}\r\n\r\n`.repeat(all))
    await desk.captured(10)
    // Others are served meanwhile, many turns long; the flood waits in the system's buffers.
    for (let turn = 0; turn < 50; turn += 1) await sendRaw(port, 'GET /probe HTTP/1.1\r\n\r\n')
    expect(desk.kept.length).toBeLessThan(all / 5)
    stalled = false
    for (const open of gates.splice(0)) open()
    for (let nth = 0; nth < all; nth += 1) await sender.response()
    expect(desk.kept).toHaveLength(all)
    sender.destroy()
  })

  it('close a connection that rests after its reply, and not before the bound', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { keepAliveTimeout: 400, checkInterval: 50 })
    const sender = await openRaw(port)
    sender.write(GET)
    await sender.response()
    sender.write(GET)
    expect((await sender.response()).status).toBe(200)
    const rests = performance.now()
    await sender.closed
    expect(performance.now() - rests).toBeGreaterThan(350)
    expect(desk.kept).toHaveLength(2)
  })

  it('cut off a sender that does not read its replies', async () => {
    const desk = recordingDesk()
    desk.reply = { ...desk.reply, body: 'x'.repeat(60_000) }
    const { port } = await openReceiver(desk, { replyTimeout: 30, checkInterval: 10, unanswered: 1000 })
    const sender = await openRaw(port)
    sender.stopReading()
    sender.write(GET.repeat(800))
    await expect
      .poll(() => [...desk.outcomes.values()].some(({ senderGone }) => senderGone), { timeout: 20_000 })
      .toBe(true)
    sender.destroy()
  })
})

describe('at its edge a bound lets through, and one past it refuses', () => {
  it('the length of request line and headers', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headBytes: 1000 })
    const head = (length: number): string => `GET /${'x'.repeat(length - 7)} HTTP/1.1\r\nHost: a\r\nX: \r\n\r\n`
    // One for the slash, four and one for the host, one for the empty header.
    expect((await sendRaw(port, head(1000))).status).toBe(200)
    expect((await sendRaw(port, head(1001))).status).toBe(431)
    expect(desk.kept.map(({ request }) => request.rejection?.code)).toEqual([undefined, 'HPE_HEADER_OVERFLOW'])
  })

  it('the number of headers', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headerCount: 3 })
    expect((await sendRaw(port, 'GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n')).status).toBe(200)
    expect((await sendRaw(port, 'GET / HTTP/1.1\r\na: 1\r\nb: 2\r\nc: 3\r\nd: 4\r\n\r\n')).status).toBe(431)
  })

  it('a body: its length, and what is kept of it', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { bodyKept: 50, bodyAccepted: 100 })
    for (const [length, status, kept] of [
      [50, 200, 50],
      [51, 200, 50],
      [100, 200, 50],
      [101, 413, 50],
    ] as const) {
      const body = 'x'.repeat(length)
      const answer = await sendRaw(port, `POST / HTTP/1.1\r\nContent-Length: ${String(length)}\r\n\r\n${body}`)
      expect(answer.status).toBe(status)
      expect(desk.kept.at(-1)?.request).toMatchObject({ bodyLength: length, bodyComplete: status === 200 })
      expect(desk.kept.at(-1)?.request.body).toHaveLength(kept)
    }
  })

  it('what all bodies keep together', async () => {
    const gates: (() => void)[] = []
    const desk = recordingDesk({ store: () => new Promise((resolve) => gates.push(resolve)) })
    const { port } = await openReceiver(desk, { bodiesKeptTogether: 100 })
    const senders = await Promise.all([openRaw(port), openRaw(port), openRaw(port)])
    for (const [nth, length] of [60, 40, 1].entries()) {
      senders[nth]?.write(`POST / HTTP/1.1\r\nContent-Length: ${String(length)}\r\n\r\n${'x'.repeat(length)}`)
      await desk.captured(nth + 1)
    }
    expect(desk.kept.map(({ request }) => request.body.length)).toEqual([60, 40, 0])
    expect(desk.kept.map(({ request }) => request.bodyLength)).toEqual([60, 40, 1])
    for (const open of gates) open()
    for (const sender of senders) sender.destroy()
  })

  it('what is kept of what is no HTTP', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { rejectedBytes: 10 })
    await sendRaw(port, 'nonsense\r\n')
    await sendRaw(port, 'nonsense!\r\n')
    const kept = desk.kept.map(({ request }) => Buffer.from(request.rejection?.firstBytes ?? []).toString())
    expect(kept).toEqual(['nonsense\r\n', 'nonsense!\r'])
  })

  it('connections in all: as many as allowed stay open, one more closes the one that rested longest', async () => {
    const { port } = await openReceiver(recordingDesk(), { connections: 3 })
    const [first, second, third] = [await openRaw(port), await openRaw(port), await openRaw(port)]
    for (const sender of [second, third, first]) {
      sender.write(GET)
      expect((await sender.response()).status).toBe(200)
    }
    const fourth = await openRaw(port)
    await second.closed
    for (const sender of [first, third, fourth]) {
      sender.write(GET)
      expect((await sender.response()).status).toBe(200)
      sender.destroy()
    }
  })

  it('connections of one address: only its own make room, others are left alone', async () => {
    const { port } = await openReceiver(recordingDesk(), { connectionsPerAddress: 2 })
    // The whole of 127.0.0.0/8 is this machine's on Linux; elsewhere one address must do.
    const other = process.platform === 'linux' ? await openRaw(port, '127.0.0.2') : null
    const [first, second] = [await openRaw(port), await openRaw(port)]
    second.write(GET)
    await second.response()
    const third = await openRaw(port)
    await first.closed
    for (const sender of [second, third, other]) {
      sender?.write(GET)
      if (sender) expect((await sender.response()).status).toBe(200)
      sender?.destroy()
    }
  })

  it('unanswered requests on one connection', async () => {
    const desk = recordingDesk({
      store: () => new Promise(() => undefined),
      probe: (target) => (target === '/probe' ? 'here' : null),
    })
    const { port } = await openReceiver(desk, { unanswered: 3 })
    const below = await openRaw(port)
    const at = await openRaw(port)
    below.write(GET.repeat(2))
    at.write(GET.repeat(3))
    await desk.captured(5)
    // One turn of the receiver's later it reads on from the one, and no longer from the other.
    for (let turn = 0; turn < 20; turn += 1) await sendRaw(port, 'GET /probe HTTP/1.1\r\n\r\n')
    below.write(GET)
    at.write(GET)
    await expect.poll(() => desk.kept.filter(({ request }) => request.remotePort === below.localPort).length).toBe(3)
    for (let turn = 0; turn < 20; turn += 1) await sendRaw(port, 'GET /probe HTTP/1.1\r\n\r\n')
    expect(desk.kept.filter(({ request }) => request.remotePort === at.localPort)).toHaveLength(3)
    expect(desk.kept.filter(({ request }) => request.remotePort === below.localPort)).toHaveLength(3)
    below.destroy()
    at.destroy()
  })
})

describe('where all connections are taken', () => {
  it('a head that is late makes room, before any that rest, and is recorded', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { connections: 2, headTimeout: 60_000 })
    const ready = await openRaw(port)
    const late = await openRaw(port)
    late.write('GET /late HTTP/1.1\r\nHo')
    const comers: RawConnection[] = []
    await expect
      .poll(async () => {
        const legit = await openRaw(port)
        legit.write(GET)
        const answered = (await legit.response()).status
        comers.push(legit)
        return [answered, desk.kept.some(({ request }) => request.rejection?.code === 'CONNECTION_NEEDED')]
      })
      .toEqual([200, true])
    await late.closed
    const kept = desk.kept.find(({ request }) => request.rejection !== null)
    expect(Buffer.from(kept?.request.rejection?.firstBytes ?? []).toString()).toBe('GET /late HTTP/1.1\r\nHo')
    expect(kept?.reply).toMatchObject({ status: 503, ending: 'reset' })
    expect(await desk.outcome(kept?.id)).toMatchObject({ senderGone: false })
    for (const sender of [ready, ...comers]) sender.destroy()
  })

  it('a body that is not complete makes room where nothing else can, and is kept as far as it came', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { connections: 2 })
    const bodies = [await openRaw(port), await openRaw(port)]
    for (const sender of bodies) {
      sender.write('POST /slow HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n')
      await sender.response()
      sender.write('abc')
    }
    await expect.poll(async () => (await sendRaw(port, GET)).status).toBe(200)
    await bodies[0]?.closed
    const kept = desk.kept.find(({ request }) => request.target === '/slow')
    expect(kept?.request).toMatchObject({ bodyComplete: false })
    expect(kept?.reply).toMatchObject({ status: 503, ending: 'reset' })
    for (const sender of bodies) sender.destroy()
  })

  it('connections that were silent for long, and then sent what begins no request, do not keep their places', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk, { headTimeout: 50, checkInterval: 10 })
    const silent = await openRaw(port)
    expect((await sendRaw(port, 'GET /slow')).status).toBe(408)
    silent.write('\r\n')
    expect((await silent.response()).status).toBe(408)
    await silent.closed
    expect(desk.kept.map(({ request }) => request.rejection?.code)).toEqual(Array(2).fill('ERR_HTTP_REQUEST_TIMEOUT'))
    silent.destroy()
  })
})

describe('bounds that are changed', () => {
  it('are in force at once, on connections that are open and without losing one', async () => {
    const receiver = await openReceiver(recordingDesk())
    const sender = await openRaw(receiver.port)
    const post = 'POST / HTTP/1.1\r\nContent-Length: 5000\r\n\r\n'
    sender.write(post + 'x'.repeat(5000))
    expect((await sender.response()).status).toBe(200)
    receiver.setLimits({ ...DEFAULT_RECEIVER_LIMITS, bodyAccepted: 4000, headBytes: 1100, headerCount: 10 })
    const long = `GET /${'x'.repeat(1200)} HTTP/1.1\r\n\r\n`
    expect((await sendRaw(receiver.port, long)).status).toBe(431)
    sender.write(post + 'x'.repeat(5000))
    expect((await sender.response()).status).toBe(413)
    sender.destroy()
  })

  it('close what rests above a lower number of connections', async () => {
    const receiver = await openReceiver(recordingDesk())
    const senders = [await openRaw(receiver.port), await openRaw(receiver.port), await openRaw(receiver.port)]
    const last = senders[2]
    last?.write(GET)
    expect((await last?.response())?.status).toBe(200)
    receiver.setLimits({ ...DEFAULT_RECEIVER_LIMITS, connections: 1 })
    await Promise.all(senders.slice(0, 2).map(({ closed }) => closed))
    last?.write(GET)
    expect((await last?.response())?.status).toBe(200)
    for (const sender of senders) sender.destroy()
  })
})

it('a head that is under way when the receiver closes is recorded', async () => {
  const desk = recordingDesk()
  const receiver = await openReceiver(desk, { closeTimeout: 20 })
  const sender = await openRaw(receiver.port)
  sender.write('GET /half')
  await expect.poll(() => sendRaw(receiver.port, GET).then(({ status }) => status)).toBe(200)
  await receiver.close()
  expect(desk.kept.at(-1)?.request.rejection).toMatchObject({ code: 'CLOSING' })
  sender.destroy()
})
