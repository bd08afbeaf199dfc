import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
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
