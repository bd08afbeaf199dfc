import { describe, expect, it } from 'vitest'
import type { RelayedReply } from '../../../src/core/postback.ts'
import { openRaw, sendRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { OK_REPLY, recordingDesk } from './recording-desk.ts'

const GET = 'GET /hitpoint HTTP/1.1\r\nHost: a\r\n\r\n'

function aRelayed(different: Partial<RelayedReply> = {}): RelayedReply {
  return { status: 200, statusText: 'Fine', headers: [['X', '1']], body: Buffer.from([0, 255, 128]), ...different }
}

function aDesk(relayed: RelayedReply | null, store?: (id: number) => Promise<void>) {
  const asked: number[] = []
  const desk = recordingDesk({
    relay: (id) => {
      asked.push(id)
      return relayed
    },
    ...(store && { store }),
  })
  desk.reply = { ...OK_REPLY, relay: true }
  return { desk, asked }
}

describe('a relayed reply', () => {
  it.each([
    ['on a connection that goes on', GET],
    ['to HTTP/1.0', 'GET /hitpoint HTTP/1.0\r\n\r\n'],
    ['on a connection that is to close', GET.replace('Host: a', 'Connection: close')],
  ])('goes out to the byte %s', async (_how, request) => {
    const { desk } = aDesk(aRelayed())
    const { port } = await openReceiver(desk)
    const answer = await sendRaw(port, request)
    expect([answer.status, answer.reason, answer.body]).toEqual([200, 'Fine', '\x00\xff\x80'])
    expect([answer.header('x'), answer.header('content-length')]).toEqual(['1', '3'])
  })

  it('goes out to a sender that has ended its side', async () => {
    const { desk } = aDesk(aRelayed())
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(GET)
    sender.end()
    expect(await sender.response()).toMatchObject({ status: 200, body: '\x00\xff\x80' })
    sender.destroy()
  })

  it('is asked for only once the request is on disk', async () => {
    let commit: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { desk, asked } = aDesk(aRelayed(), () => held)
    const { port } = await openReceiver(desk)
    const sending = sendRaw(port, GET)
    await desk.captured()
    // Another round trip shows that the receiver had the time to ask.
    const other = await openRaw(port)
    other.write('GET /other HTTP/1.1\r\n\r\n')
    await desk.captured(2)
    expect(asked).toEqual([])
    commit()
    await sending
    expect(asked).toContain(1)
    other.destroy()
  })

  it('is noted with its text as what was really answered', async () => {
    const { desk } = aDesk(aRelayed({ status: 402, body: Buffer.from('hé') }))
    const { port } = await openReceiver(desk)
    await sendRaw(port, GET)
    expect(await desk.outcome()).toMatchObject({
      senderGone: false,
      actual: { status: 402, headers: [['X', '1']], body: 'hé' },
    })
  })

  it('that HTTP cannot carry becomes a 502 that says so', async () => {
    for (const odd of [
      aRelayed({ headers: [['X', 'a\x01b']] }),
      aRelayed({ status: 199 }),
      aRelayed({ statusText: 'a\nb' }),
    ]) {
      const { desk } = aDesk(odd)
      const { port } = await openReceiver(desk)
      const answer = await sendRaw(port, GET)
      expect([answer.status, answer.body]).toEqual([502, expect.stringContaining('HTTP cannot carry')])
      expect(await desk.outcome()).toMatchObject({ actual: { status: 502 } })
    }
  })

  it('that is none leaves the planned one', async () => {
    const { desk } = aDesk(null)
    const { port } = await openReceiver(desk)
    expect((await sendRaw(port, GET)).body).toBe('OK')
    expect(await desk.outcome()).not.toHaveProperty('actual')
  })
})
