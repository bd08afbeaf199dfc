import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ReceiverError } from '../../../src/core/ports.ts'
import { createHttpReceiver } from '../../../src/services/receiver/http-receiver.ts'
import { receiverError } from '../../../src/services/receiver/listen.ts'
import { createHttpReceiverNear } from '../../../src/services/receiver/listen-near.ts'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { OK_REPLY, recordingDesk } from './recording-desk.ts'

const others: Server[] = []

/** Another program on a port. */
function occupy(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    others.push(server)
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

afterEach(async () => {
  await Promise.all(others.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

describe('a port that is taken', () => {
  it('is refused with its number', async () => {
    const port = await occupy(0)
    const refused = createHttpReceiver({ port, desk: recordingDesk() })
    await expect(refused).rejects.toBeInstanceOf(ReceiverError)
    await expect(refused).rejects.toMatchObject({ code: 'port-taken', message: expect.stringContaining(String(port)) })
  })

  it('makes room for the next free one where that is wanted', async () => {
    const port = await occupy(0)
    const receiver = await createHttpReceiverNear({ port, desk: recordingDesk() })
    expect(receiver.port).toBeGreaterThan(port)
    expect(receiver.port).toBeLessThanOrEqual(port + 20)
    expect((await sendRaw(receiver.port, 'GET / HTTP/1.1\r\n\r\n')).status).toBe(200)
    await receiver.close()
  })

  it('is refused with the whole span where no port near it is free', async () => {
    const port = await occupy(0)
    const refused = createHttpReceiverNear({ port, desk: recordingDesk() }, 0)
    await expect(refused).rejects.toMatchObject({ code: 'port-taken', message: expect.stringContaining(String(port)) })
  })

  it('is not looked past the last port there is', async () => {
    await occupy(65_535).catch(() => null)
    const refused = createHttpReceiverNear({ port: 65_535, desk: recordingDesk() })
    await expect(refused).rejects.toMatchObject({ code: 'port-taken' })
  })
})

it('says so where the system forbids a port', () => {
  const error = receiverError(Object.assign(new Error('listen EACCES'), { code: 'EACCES' }), 80)
  expect(error).toMatchObject({ code: 'port-forbidden', message: expect.stringContaining('port 80') })
})

describe('closing', () => {
  it('lets a request under way finish, and says that the connection ends', async () => {
    let commit: () => void = () => undefined
    const desk = recordingDesk({
      store: () =>
        new Promise((resolve) => {
          commit = resolve
        }),
    })
    const receiver = await openReceiver(desk, { closeTimeout: 10_000 })
    const sender = await openRaw(receiver.port)
    sender.write('GET / HTTP/1.1\r\n\r\n')
    await desk.captured()
    const closing = receiver.close()
    commit()
    const answer = await sender.response()
    expect(answer.status).toBe(200)
    expect(answer.header('connection')).toBe('close')
    await closing
    sender.destroy()
  })

  it('does not wait for idle or silent connections', async () => {
    const receiver = await openReceiver(recordingDesk(), { closeTimeout: 60_000 })
    const silent = await openRaw(receiver.port)
    const idle = await openRaw(receiver.port)
    idle.write('GET / HTTP/1.1\r\n\r\n')
    await idle.response()
    await receiver.close()
    await Promise.all([silent.closed, idle.closed])
    expect([silent.received(), idle.received()]).toEqual(['', ''])
    silent.destroy()
    idle.destroy()
  })

  it('ends what takes too long, and leaves nothing open', async () => {
    const desk = recordingDesk()
    desk.reply = { ...OK_REPLY, delayMs: 60_000 }
    const receiver = await openReceiver(desk, { closeTimeout: 20 })
    const waiting = await openRaw(receiver.port)
    waiting.write('GET / HTTP/1.1\r\n\r\n')
    const partial = await openRaw(receiver.port)
    partial.write('POST /partial HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n')
    await partial.response()
    const tunnel = await openRaw(receiver.port)
    tunnel.write('CONNECT a:1 HTTP/1.1\r\n\r\n')
    await desk.captured(2)
    await receiver.close()
    await Promise.all([waiting.closed, partial.closed, tunnel.closed])
    expect(await desk.outcome(1)).toEqual({ sentAt: null, senderGone: true })
    // What had come of a body is kept all the same.
    expect((await desk.captured(3)).request).toMatchObject({ target: '/partial', bodyComplete: false })
    await expect(openRaw(receiver.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    // Neither a socket nor a timer of the receiver's keeps the process alive.
    const left = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap')
    expect(left).toEqual([])
    for (const sender of [waiting, partial, tunnel]) sender.destroy()
  })

  it('can be asked for twice', async () => {
    const receiver = await openReceiver(recordingDesk())
    await Promise.all([receiver.close(), receiver.close()])
    await expect(openRaw(receiver.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
