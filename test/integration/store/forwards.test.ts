import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { NewForwardAttempt } from '../../../src/core/forward-records.ts'
import { MIGRATIONS } from '../../../src/services/store/migrations/all.ts'
import { openHistory } from '../../../src/services/store/open-history.ts'
import { aCapturedRequest, OK_REPLY, SOME_TIME } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const BYTES = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte)).toString('base64')

function anAttempt(different: Partial<NewForwardAttempt> = {}): NewForwardAttempt {
  return {
    postbackId: 1,
    mode: 'observe',
    url: 'http://127.0.0.1:3000/a?b=\xff|#"',
    startedAt: SOME_TIME,
    connectMs: 0.25,
    firstByteMs: 1.5,
    totalMs: 2.75,
    remoteAddress: '::1',
    reply: {
      status: 418,
      statusText: 'Caf\xe9',
      rawHeaders: ['X', '1', 'x', '2', 'Odd', '\xff'],
      bodyBase64: BYTES,
      bodyLength: 999_999,
    },
    failure: null,
    retryAt: SOME_TIME + 1000,
    ...different,
  }
}

describe('What is stored of forwards', () => {
  it('comes back exactly, numbered for each postback, also after a restart', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const failure = { code: 'refused', sentence: 'Nothing listens.' } as const
    const none = { connectMs: null, firstByteMs: null, remoteAddress: null, reply: null, retryAt: null }
    const recorded = await Promise.all([
      store.forwards.record(anAttempt()),
      store.forwards.record(anAttempt({ ...none, failure, mode: 'relay', url: '' })),
      store.forwards.record(anAttempt({ postbackId: 2, mode: 'again' })),
    ])
    expect(recorded.map(({ postbackId, attempt }) => [postbackId, attempt])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ])
    expect(recorded[0]).toEqual({ ...anAttempt(), id: recorded[0]?.id, attempt: 1 })
    await store.close()
    const again = await openStore({ folder })
    expect(await again.forwards.attempts(1)).toEqual(recorded.slice(0, 2))
    expect(await again.forwards.attempts(2)).toEqual(recorded.slice(2))
    expect(await again.forwards.attempts(3)).toEqual([])
  })

  it('is the reply that was really sent, in place of the planned one', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const relayed = await store.append(aCapturedRequest(), OK_REPLY)
    const planned = await store.append(aCapturedRequest(), OK_REPLY)
    const actual = {
      status: 503,
      headers: [
        ['X', '1'],
        ['X', '\xff'],
      ],
      body: 'h\u00e9\ud800',
    } as const
    store.recordReply(relayed.id, { sentAt: SOME_TIME + 9, senderGone: false, actual })
    store.recordReply(planned.id, { sentAt: SOME_TIME + 9, senderGone: false })
    await expect.poll(async () => (await store.detail(planned.id))?.reply.sentAt).toBe(SOME_TIME + 9)
    expect(await store.detail(relayed.id)).toMatchObject({
      reply: { status: 503, sentAt: SOME_TIME + 9 },
      replyHeaders: actual.headers,
      replyBody: actual.body,
    })
    expect(await store.detail(planned.id)).toMatchObject({ reply: { status: 200 }, replyBody: 'OK' })
    expect((await store.byIds([relayed.id]))[0]?.reply.status).toBe(503)
  })

  it('finds its place in a history of the version before', async () => {
    const folder = await tempFolder()
    const before = MIGRATIONS.filter(({ version }) => version < 30)
    openHistory(folder, { migrations: before, appVersion: '1.0.0', at: SOME_TIME }).database.close()
    const store = await openStore({ folder })
    const { id } = await store.append(aCapturedRequest(), OK_REPLY)
    expect(await store.forwards.record(anAttempt({ postbackId: id }))).toMatchObject({ attempt: 1 })
    await store.close()
    const file = new Database(join(folder, 'history.db'), { readonly: true })
    expect(file.prepare('SELECT count(*) FROM forward_attempt').pluck().get()).toBe(1)
    file.close()
  })
})
