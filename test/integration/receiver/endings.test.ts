import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { OK_REPLY, recordingDesk } from './recording-desk.ts'

const GET = 'GET /hitpoint?user_id=a HTTP/1.1\r\nHost: a\r\n\r\n'

describe('an answer that ends otherwise on purpose', () => {
  it('is silence: nothing is sent until the sender gives up, and that is noted with its time', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'silence' }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await desk.captured()
    // The receiver had every opportunity: others were served meanwhile.
    desk.reply = OK_REPLY
    await sendRaw(port, GET)
    await sendRaw(port, GET)
    expect(sender.received()).toBe('')
    expect(desk.outcomes.has(1)).toBe(false)
    sender.destroy()
    expect(await desk.outcome(1)).toEqual({ sentAt: expect.any(Number), senderGone: true })
  })

  it('is silence that the receiver ends at its bound', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'silence' }
    const { port } = await openReceiver(desk, { silence: 30 })
    const sender = await openRaw(port)
    sender.write(GET)
    await sender.closed
    expect(sender.received()).toBe('')
    expect(await desk.outcome()).toEqual({ sentAt: expect.any(Number), senderGone: false })
  })

  it('is silence that is dropped when the receiver closes', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'silence' }
    const receiver = await openReceiver(desk, { closeTimeout: 60_000 })
    const sender = await openRaw(receiver.port)
    sender.write(GET)
    await desk.captured()
    desk.reply = OK_REPLY
    await sendRaw(receiver.port, GET)
    await receiver.close()
    await sender.closed
    expect(sender.received()).toBe('')
    expect(await desk.outcome(1)).toMatchObject({ senderGone: false })
  })

  it('gives way where there is no room for another sender', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'silence' }
    const { port } = await openReceiver(desk, { connections: 1 })
    const silent = await openRaw(port)
    silent.write(GET)
    await desk.captured()
    desk.reply = OK_REPLY
    await expect.poll(async () => (await sendRaw(port, GET)).status).toBe(200)
    await silent.closed
    expect(silent.received()).toBe('')
  })

  it('is a reset without a byte', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'reset' }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await sender.closed
    expect(sender.received()).toBe('')
    expect(sender.error()?.code).toBe('ECONNRESET')
    expect(await desk.outcome()).toEqual({ sentAt: expect.any(Number), senderGone: false })
  })

  it('is a reset only after the replies to earlier requests on the connection', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    desk.planReply = (_method, target) =>
      target === '/2' ? { ...OK_REPLY, ending: 'reset' } : { ...OK_REPLY, delayMs: 30 }
    const sender = await openRaw(port)
    sender.write('GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n')
    expect((await sender.response()).status).toBe(200)
    await sender.closed
    expect(sender.received()).toBe('')
  })

  it('is cut off: the whole length is announced, half of the body comes, then it is closed', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, status: 201, body: 'abcdefgh', ending: 'cut' }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await sender.closed
    const received = sender.received()
    expect(received).toMatch(/^HTTP\/1\.1 201 /)
    expect(received).toMatch(/\r\nContent-Length: 8\r\n/i)
    expect(received.split('\r\n\r\n')[1]).toBe('abcd')
    expect(await desk.outcome()).toEqual({ sentAt: expect.any(Number), senderGone: false })
  })

  it('comes after its delay, and not at all where the sender has gone by then', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, ending: 'reset', delayMs: 60_000 }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await desk.captured()
    sender.reset()
    expect(await desk.outcome()).toEqual({ sentAt: null, senderGone: true })
  })

  it('does not keep a request that could not be stored from its 503', async () => {
    const desk = recordingDesk({ store: () => Promise.reject(new Error('disk full')) })
    desk.reply = { ...OK_REPLY, ending: 'silence' }
    const { port } = await openReceiver(desk)
    expect((await sendRaw(port, GET)).status).toBe(503)
  })
})
