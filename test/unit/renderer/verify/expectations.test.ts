import { describe, expect, it } from 'vitest'
import type { Expectation, Outcome } from '../../../../src/core/expectation.ts'
import { hintFor, readExpectation } from '../../../../src/renderer/lib/expectation-form.ts'
import { createExpectationStore } from '../../../../src/renderer/lib/expectations.ts'
import { createFakeClient } from '../../../support/fake-client.ts'

const PENDING: Outcome = { state: 'pending', nearest: null }
const MET: Outcome = { state: 'met', postbackId: 3, endedAt: 9 }

function anExpectation(id: string, armedAt: number, outcome: Outcome): Expectation {
  return { id, endpointId: 'e1', userId: 'u_1', amount: '5', armedAt, until: armedAt + 60_000, outcome }
}

describe('the lists of expectations', () => {
  async function opened(running: readonly Expectation[], ended: readonly Expectation[], next: string | null = null) {
    const client = createFakeClient({
      'expectation.list': ({ which, cursor }) => {
        if (which === 'running') return { items: running, next: null }
        return cursor === null ? { items: ended, next } : { items: [anExpectation('old', 1, MET)], next: null }
      },
    })
    const store = createExpectationStore(client)
    store.start()
    await expect.poll(() => store.get().state).toBe('ready')
    const ids = () => {
      const now = store.get()
      return now.state === 'ready' ? [now.running.map(({ id }) => id), now.ended.map(({ id }) => id)] : []
    }
    return { client, store, ids }
  }

  it('follow an expectation from waiting to its end', async () => {
    const { client, ids } = await opened([anExpectation('a', 10, PENDING)], [])
    client.emit('expectation.changed', { changed: [anExpectation('b', 20, PENDING)], removed: [] })
    expect(ids()).toEqual([['b', 'a'], []])
    client.emit('expectation.changed', { changed: [anExpectation('a', 10, MET)], removed: [] })
    expect(ids()).toEqual([['b'], ['a']])
    client.emit('expectation.changed', { changed: [], removed: ['a'] })
    expect(ids()).toEqual([['b'], []])
  })

  it('know what was told while they were on their way', async () => {
    const client = createFakeClient({
      'expectation.list': ({ which }) => ({
        items: which === 'running' ? [anExpectation('a', 10, PENDING)] : [],
        next: null,
      }),
    })
    const store = createExpectationStore(client)
    store.start()
    client.emit('expectation.changed', { changed: [anExpectation('a', 10, MET)], removed: [] })
    await expect.poll(() => store.get()).toMatchObject({ state: 'ready', running: [], ended: [{ id: 'a' }] })
  })

  it('take older ones page by page, and leave what is older than the loaded page for its page', async () => {
    const { client, store, ids } = await opened([], [anExpectation('a', 10, MET)], 'cursor')
    client.emit('expectation.changed', { changed: [anExpectation('older', 5, MET)], removed: [] })
    expect(ids()).toEqual([[], ['a']])
    store.loadMore()
    await expect.poll(ids).toEqual([[], ['a', 'old']])
  })
})

describe('the form of an expectation', () => {
  const form = { endpointId: 'e1', userId: ' u_1', amount: '5.0', minutes: '0.5' }

  it('keeps every character of what is expected', () => {
    expect(readExpectation(form)).toEqual({
      ok: true,
      arming: { endpointId: 'e1', userId: ' u_1', amount: '5.0', waitMs: 30_000 },
    })
  })

  it('says beside each field what is wrong with it', () => {
    const read = readExpectation({ ...form, userId: '', amount: '', minutes: 'soon' })
    expect(read).toEqual({
      ok: false,
      errors: {
        userId: 'Enter the user id that you expect.',
        amount: 'Enter the reward amount that you expect.',
        minutes: 'Enter minutes as a number, for example 10 or 0.5.',
      },
    })
    expect(readExpectation({ ...form, minutes: '1441' })).toEqual({
      ok: false,
      errors: { minutes: 'Wait 24 hours at most.' },
    })
  })

  it('hints at what may be meant otherwise', () => {
    expect(hintFor('userId', 'u_1 ')).toContain('whitespace')
    expect(hintFor('amount', '1,50')).toContain('compared as text')
    expect(hintFor('amount', '1.50')).toBeNull()
  })
})
