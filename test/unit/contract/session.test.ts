import { describe, expect, it } from 'vitest'
import { CallError } from '../../../src/contract/errors.ts'
import { createEventLog } from '../../../src/contract/event-log.ts'
import { createSession } from '../../../src/contract/session.ts'
import type { HostMessage } from '../../../src/contract/wire.ts'
import { aPostbackSummary } from '../../support/builders.ts'

const change = (text: string) => ({ state: 'ok', since: 1, why: text }) as const
const whys = (messages: readonly HostMessage[]): unknown[] =>
  messages
    .flatMap((message) => (message.type === 'events' ? message.events : []))
    .map(({ payload }) => (payload as { why: string }).why)

function aSession(capacity = 100) {
  const log = createEventLog('run-1', capacity)
  const sent: HostMessage[] = []
  let congested = false
  const session = createSession(
    {
      call(procedure) {
        if (procedure === 'fails') throw new CallError('conflict', 'That cannot be.', [{ path: ['a'], message: 'no' }])
        return Promise.resolve({ procedure })
      },
    },
    log,
    {
      send: (message) => {
        sent.push(message)
      },
      congested: () => congested,
    },
  )
  return {
    log,
    sent,
    session,
    setCongested: (value: boolean) => {
      congested = value
    },
  }
}

/** Waits until the condition holds, turn by turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a session', () => {
  it('answers a call with its output', async () => {
    const { session, sent } = aSession()
    await session.receive({ type: 'call', id: 7, procedure: 'x', input: {} })
    expect(sent).toEqual([{ type: 'output', id: 7, output: { procedure: 'x' } }])
  })

  it('answers a failed call with code, sentence and fields, and no stack', async () => {
    const { session, sent } = aSession()
    await session.receive({ type: 'call', id: 7, procedure: 'fails', input: {} })
    expect(sent).toEqual([
      {
        type: 'error',
        id: 7,
        error: { code: 'conflict', message: 'That cannot be.', issues: [{ path: ['a'], message: 'no' }] },
      },
    ])
  })

  it.each([null, 'text', 7, { type: 'call' }, { type: 'nothing' }, []])(
    'refuses what is no message: %j',
    async (message) => {
      const { session, sent } = aSession()
      await session.receive(message)
      expect(sent).toEqual([expect.objectContaining({ type: 'error' })])
    },
  )

  it('sends what happens after the subscription, each once and in order', async () => {
    const { session, sent, log } = aSession()
    log.emit('store.changed', change('before'))
    await session.receive({ type: 'subscribe', epoch: null, after: 0 })
    for (const text of ['a', 'b', 'c']) log.emit('store.changed', change(text))
    await until(() => whys(sent).length === 3)
    expect(whys(sent)).toEqual(['a', 'b', 'c'])
    session.close()
  })

  it('gives a client that comes back what it missed', async () => {
    const { session, sent, log } = aSession()
    for (const text of ['a', 'b', 'c']) log.emit('store.changed', change(text))
    await session.receive({ type: 'subscribe', epoch: 'run-1', after: 1 })
    expect(whys(sent)).toEqual(['b', 'c'])
    session.close()
  })

  it('tells a client that missed too much to read everything anew', async () => {
    const { session, sent, log } = aSession(2)
    for (const text of ['a', 'b', 'c', 'd']) log.emit('store.changed', change(text))
    await session.receive({ type: 'subscribe', epoch: 'run-1', after: 1 })
    expect(sent).toEqual([{ type: 'resync', epoch: 'run-1', seq: 4 }])
    session.close()
  })

  it('tells a client of an earlier run to read everything anew', async () => {
    const { session, sent } = aSession()
    await session.receive({ type: 'subscribe', epoch: 'run-0', after: 0 })
    expect(sent).toEqual([{ type: 'resync', epoch: 'run-1', seq: 0 }])
    session.close()
  })

  it('holds events back while the client does not read, and loses none', async () => {
    const { session, sent, log, setCongested } = aSession()
    await session.receive({ type: 'subscribe', epoch: null, after: 0 })
    setCongested(true)
    for (const text of ['a', 'b']) log.emit('store.changed', change(text))
    expect(whys(sent)).toEqual([])
    setCongested(false)
    await until(() => whys(sent).length === 2)
    expect(whys(sent)).toEqual(['a', 'b'])
    session.close()
  })

  it('sends no postbacks one by one while nobody could read them, and tells the client to read anew', async () => {
    const { session, sent, log } = aSession(10_000)
    await session.receive({ type: 'subscribe', epoch: null, after: 0 })
    const resyncs = (): number => sent.filter(({ type }) => type === 'resync').length
    const before = resyncs()
    const burst = (): void => {
      for (let n = 0; n < 100; n += 1) {
        log.emit('postback.received', { postbacks: Array.from({ length: 50 }, () => aPostbackSummary()) })
      }
    }
    burst()
    await until(() => resyncs() === before + 1)
    burst()
    await until(() => resyncs() === before + 2)
    const told = sent.flatMap((message) => (message.type === 'events' ? message.events : []))
    expect(told.filter(({ event }) => event === 'postback.received').length).toBeLessThanOrEqual(3_000 / 50)

    log.emit('store.changed', change('quiet'))
    await until(() => resyncs() === before + 3)
    log.emit('postback.received', { postbacks: [aPostbackSummary({ id: 77 })] })
    await until(() => JSON.stringify(sent.at(-1)).includes('"id":77'))
    session.close()
  })
})
