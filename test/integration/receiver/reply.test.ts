import { describe, expect, it } from 'vitest'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { firstHeldBack, OK_REPLY, recordingDesk } from './recording-desk.ts'

const GET = 'GET /hitpoint?user_id=a HTTP/1.1\r\nHost: a\r\n\r\n'

describe('the reply', () => {
  it('comes only after the request is on disk', async () => {
    const { desk, commit } = firstHeldBack()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await desk.captured()
    // The receiver has answered another sender meanwhile: it had every opportunity.
    await sendRaw(port, GET)
    expect(sender.received()).toBe('')
    commit()
    expect(await sender.response()).toMatchObject({ status: 200, reason: 'OK', body: 'OK' })
    sender.destroy()
  })

  it('is 200, OK, text/plain on a connection that stays open', async () => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    const answer = await sender.response()
    expect(answer.header('content-type')).toBe('text/plain')
    expect(answer.header('content-length')).toBe('2')
    expect(answer.header('date')).not.toBeNull()
    expect(answer.header('connection')).toBe('keep-alive')
    sender.write(GET)
    expect((await sender.response()).status).toBe(200)
    sender.destroy()
  })

  it('has the headers that were set, in their case and order, with repeats', async () => {
    const desk = recordingDesk()
    const headers = [
      ['x-LAST', '1'],
      ['Set-Cookie', 'a=1'],
      ['X-first', 'caf\xe9'],
      ['Set-Cookie', 'b=2'],
    ] as const
    desk.reply = { status: 202, headers, body: 'später', delayMs: 0 }
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, GET)
    expect(answer.headers.slice(0, 4)).toEqual(headers)
    expect(Buffer.from(answer.body, 'latin1').toString()).toBe('später')
    expect(answer.status).toBe(202)
  })

  it.each([
    [204, 'GET'],
    [304, 'GET'],
    [200, 'HEAD'],
  ])('has no body where it is %s to %s', async (status, method) => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, status }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(`${method} / HTTP/1.1\r\nConnection: close\r\n\r\n`)
    expect((await sender.response({ head: true })).status).toBe(status)
    await sender.closed
    expect(sender.received()).toBe('')
    sender.destroy()
  })

  it('is 500 where the one that was set cannot be sent, and the request is kept', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, headers: [['X-Bad', 'a\r\nInjected: 1']] }
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, GET)
    expect(answer.status).toBe(500)
    expect(answer.header('injected')).toBeNull()
    expect(desk.kept).toHaveLength(1)
    expect(desk.kept[0]?.reply.status).toBe(500)
  })

  it('is 503 where the request could not be stored', async () => {
    const desk = recordingDesk({ store: () => Promise.reject(new Error('disk full')) })
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    const answer = await sender.response()
    expect(answer.status).toBe(503)
    expect(answer.header('retry-after')).toBe('5')
    expect(answer.header('content-type')).toBe('text/plain')
    expect(answer.header('connection')).toBe('close')
    expect(answer.body).toContain('nothing was recorded')
    await sender.closed
    expect(desk.outcomes.size).toBe(0)
    sender.destroy()
  })

  it('waits as long as it was told to', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, delayMs: 40 }
    const { port } = await openReceiver(desk)
    await sendRaw(port, GET)
    const outcome = await desk.outcome()
    const receivedAt = desk.kept[0]?.request.receivedAt ?? 0
    expect((outcome.sentAt ?? 0) - receivedAt).toBeGreaterThanOrEqual(39)
    expect(outcome.senderGone).toBe(false)
  })

  it('reaches a sender that ended its own side after the request', async () => {
    const { desk, commit } = firstHeldBack()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    sender.end()
    await desk.captured()
    // Once two more senders were served, the end of the first one's side has been heard.
    await sendRaw(port, GET)
    await sendRaw(port, GET)
    commit()
    const answer = await sender.response()
    expect(answer).toMatchObject({ status: 200, body: 'OK' })
    await sender.closed
    expect(await desk.outcome(1)).toMatchObject({ senderGone: false })
    sender.destroy()
  })

  it.each(['destroy', 'reset'] as const)('notes that the sender had gone (%s)', async (how) => {
    const { desk, commit } = firstHeldBack()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await desk.captured()
    sender[how]()
    // Once two more senders were served, the first one's leaving has been heard.
    await sendRaw(port, GET)
    await sendRaw(port, GET)
    commit()
    expect(await desk.outcome(1)).toEqual({ sentAt: null, senderGone: true })
  })

  it('does not keep a sender’s connection waiting for a delay that nobody waits for any more', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, delayMs: 60_000 }
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    await desk.captured()
    sender.reset()
    expect(await desk.outcome()).toEqual({ sentAt: null, senderGone: true })
  })
})

describe('the inspector’s own probe', () => {
  it('is echoed and not kept', async () => {
    const desk = recordingDesk({ probe: (target) => (target === '/.adjump-inspector/n' ? 'echo' : null) })
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, 'GET /.adjump-inspector/n HTTP/1.1\r\n\r\n')
    expect(answer).toMatchObject({ status: 200, body: 'echo' })
    expect(answer.header('cache-control')).toBe('no-store')
    expect(answer.header('content-type')).toBe('text/plain')
    expect(desk.kept).toEqual([])
  })

  it('is a request like any other where nobody asked for it', async () => {
    const desk = recordingDesk({ probe: () => null })
    const { port } = await openReceiver(desk)
    await sendRaw(port, 'GET /.adjump-inspector/forged HTTP/1.1\r\n\r\n')
    expect(desk.kept).toHaveLength(1)
  })
})
