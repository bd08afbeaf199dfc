import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createOutgoingDesk, LOCAL_PER_SECOND, REMOTE_PER_SECOND } from '../../../src/app/outgoing-desk.ts'
import type { OutgoingRequest, SendOutcome } from '../../../src/core/outgoing.ts'
import { createHttpSender } from '../../../src/services/forwarder/http-sender.ts'
import { startBackend } from '../../support/backend.ts'

const OURS = { receiver: 'http://127.0.0.1:4070', tunnel: 'https://mine.example.com' }
const OUTCOME: SendOutcome = {
  ...{ startedAt: 0, connectMs: null, firstByteMs: null, totalMs: 0, remoteAddress: null, failure: null },
  reply: { status: 200, statusText: '', rawHeaders: [], bodyBase64: '', bodyLength: 0 },
}

function aDesk() {
  const sent: OutgoingRequest[] = []
  const desk = createOutgoingDesk({
    sender: {
      send: (request) => {
        sent.push(request)
        return Promise.resolve(OUTCOME)
      },
      close: () => undefined,
    },
    receiver: { status: { url: OURS.receiver } },
    tunnel: { status: { url: OURS.tunnel } },
  })
  onTestFinished(() => desk.close())
  return { desk, sent }
}

function aRequest(origin: string): OutgoingRequest {
  return { origin, method: 'GET', target: '/hitpoint', rawHeaders: [], body: new Uint8Array() }
}

describe('the desk that everything a user sends goes through', () => {
  it('sends nothing to a host that is not local before the user has said yes', async () => {
    const { desk, sent } = aDesk()
    const refusal = desk.send(aRequest('https://shop.example.com'), { timeoutMs: 1000, confirmed: false })
    await expect(refusal).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('shop.example.com') as string,
    })
    expect(sent).toEqual([])
    await desk.send(aRequest('https://shop.example.com'), { timeoutMs: 1000, confirmed: true })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['http://127.0.0.1:3000', null],
    ['http://localhost', null],
    ['http://192.168.1.5:8080', null],
    ['http://[::1]:3000', null],
    [OURS.receiver, 'receiver'],
    [OURS.tunnel, 'public'],
    ['https://MINE.example.com:443', 'public'],
  ])('lets %s through without a yes', (origin, own) => {
    expect(aDesk().desk.check(origin, false)).toMatchObject({ ok: true, own })
  })

  it.each(['http://mine.example.com', 'https://mine.example.com:8443', 'https://mine.example.com.evil.test.org'])(
    'does not take %s for our own public URL',
    (origin) => {
      expect(aDesk().desk.check(origin, false)).toMatchObject({ ok: false, reason: 'not-confirmed' })
    },
  )

  it('refuses what is no URL, confirmed or not', async () => {
    const { desk, sent } = aDesk()
    for (const origin of ['', 'ftp://x', 'http://a:b@x.org', 'javascript:alert(1)']) {
      await expect(desk.send(aRequest(origin), { timeoutMs: 1000, confirmed: true })).rejects.toMatchObject({
        code: 'invalid-input',
      })
    }
    expect(sent).toEqual([])
  })

  it.each([
    ['http://127.0.0.1:3000', LOCAL_PER_SECOND],
    ['https://shop.example.com', REMOTE_PER_SECOND],
  ])('sends to %s at most so many a second: %i', async (origin, perSecond) => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { desk, sent } = aDesk()
    for (let nth = 0; nth < perSecond * 2 + 1; nth += 1) {
      void desk.send(aRequest(origin), { timeoutMs: 1000, confirmed: true })
    }
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(perSecond)
    await vi.advanceTimersByTimeAsync(990)
    expect(sent).toHaveLength(perSecond)
    await vi.advanceTimersByTimeAsync(20)
    expect(sent).toHaveLength(perSecond * 2)
    await vi.advanceTimersByTimeAsync(1010)
    expect(sent).toHaveLength(perSecond * 2 + 1)
  })

  it('cancels what waits for its turn, which is then never sent', async () => {
    const { desk, sent } = aDesk()
    const stop = new AbortController()
    const outcomes = Array.from({ length: REMOTE_PER_SECOND + 3 }, () =>
      desk.send(aRequest('https://shop.example.com'), { timeoutMs: 1000, confirmed: true, signal: stop.signal }),
    )
    await Promise.all(outcomes.slice(0, REMOTE_PER_SECOND))
    stop.abort()
    for (const outcome of outcomes.slice(REMOTE_PER_SECOND)) {
      expect((await outcome).failure?.code).toBe('aborted')
    }
    expect(sent).toHaveLength(REMOTE_PER_SECOND)
  })

  it('cuts off what is under way when it closes', async () => {
    const backend = await startBackend(() => undefined)
    onTestFinished(() => backend.close())
    const sender = createHttpSender()
    onTestFinished(() => sender.close())
    const desk = createOutgoingDesk({ sender, receiver: { status: { url: null } }, tunnel: { status: { url: null } } })
    const outcome = desk.send(aRequest(backend.url), { timeoutMs: 60_000, confirmed: false })
    await expect.poll(() => backend.requests.length).toBe(1)
    desk.close()
    expect((await outcome).failure?.code).toBe('aborted')
  })
})
