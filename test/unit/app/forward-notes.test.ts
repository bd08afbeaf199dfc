import { describe, expect, it } from 'vitest'
import { createForwardNotes } from '../../../src/app/forward-notes.ts'
import type { ForwardAttempt, NewForwardAttempt } from '../../../src/core/forward-records.ts'
import { StoreError } from '../../../src/core/ports.ts'

const FULL = new StoreError('disk-full', 'The disk is full.')

function anAttempt(postbackId: number): NewForwardAttempt {
  return {
    postbackId,
    mode: 'observe',
    url: 'http://127.0.0.1:3000/',
    startedAt: 1000 + postbackId,
    connectMs: 1,
    firstByteMs: 2,
    totalMs: 3,
    remoteAddress: '127.0.0.1',
    reply: null,
    failure: null,
    retryAt: null,
  }
}

/** Notes over a store that refuses as long as `refusal` is set; `wrote` says that it wrote although it refused. */
function notes() {
  const stored: ForwardAttempt[] = []
  const told: number[] = []
  const bugs: unknown[] = []
  const store = { refusal: null as Error | null, wrote: false }
  const keep = (attempt: NewForwardAttempt): ForwardAttempt => {
    const kept = { ...attempt, id: stored.length + 1, attempt: 1 }
    stored.push(kept)
    return kept
  }
  const forwardNotes = createForwardNotes(
    {
      record: async (attempt) => {
        if (store.wrote) keep(attempt)
        if (store.refusal !== null) throw store.refusal
        return keep(attempt)
      },
      attempts: async (id) => stored.filter(({ postbackId }) => postbackId === id),
    },
    ({ postbackId }) => told.push(postbackId),
    (error) => bugs.push(error),
  )
  return { forwardNotes, store, told, bugs, ids: () => stored.map(({ postbackId }) => postbackId) }
}

describe('Attempts to forward that a full disk refused', () => {
  it('are written once the store writes again, in their order, and told then', async () => {
    const { forwardNotes, store, told, bugs, ids } = notes()
    store.refusal = FULL
    for (const id of [1, 2, 3]) await forwardNotes.add(anAttempt(id))
    await forwardNotes.retry()
    expect([ids(), told]).toEqual([[], []])
    store.refusal = null
    await forwardNotes.retry()
    await forwardNotes.retry()
    expect([ids(), told, bugs]).toEqual([[1, 2, 3], [1, 2, 3], []])
  })

  it('are not written twice where the writer died after it had written', async () => {
    const { forwardNotes, store, ids } = notes()
    Object.assign(store, { refusal: FULL, wrote: true })
    await forwardNotes.add(anAttempt(7))
    Object.assign(store, { refusal: null, wrote: false })
    await forwardNotes.retry()
    expect(ids()).toEqual([7])
  })

  it('are a thousand at most: the oldest are given up', async () => {
    const { forwardNotes, store, ids } = notes()
    store.refusal = FULL
    for (let id = 1; id <= 1003; id += 1) await forwardNotes.add(anAttempt(id))
    store.refusal = null
    await forwardNotes.retry()
    expect([ids().length, ids()[0], ids().at(-1)]).toEqual([1000, 4, 1003])
  })

  it('are a bug where the store did not refuse them', async () => {
    const { forwardNotes, store, bugs } = notes()
    store.refusal = new TypeError('No.')
    await forwardNotes.add(anAttempt(1))
    expect(bugs).toEqual([store.refusal])
  })
})
