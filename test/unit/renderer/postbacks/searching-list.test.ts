import { describe, expect, it, vi } from 'vitest'
import { EVERYTHING, NEWEST_FIRST } from '../../../../src/core/filter.ts'
import { createHistoryList } from '../../../../src/renderer/features/postbacks/list/history-list.ts'
import type { Timers } from '../../../../src/renderer/lib/coalesce.ts'
import { aPostbackSummary } from '../../../support/builders.ts'
import { createFakeClient } from '../../../support/fake-client.ts'

const timers: Timers = {
  set: (callback, delayMs) => Number(setTimeout(callback, delayMs)),
  clear: (timer) => {
    clearTimeout(timer)
  },
  now: () => performance.now(),
}

const NEVER = new Promise<never>(() => undefined)
const counts = (total: number) => ({
  total,
  byKind: { postback: total, probe: 0, noise: 0, rejected: 0 },
  byVerdict: { pass: total, warn: 0, fail: 0 },
})

/** A history that is long to look through: each call ends when the case says so, with what the case says. */
function aSearch(counted: Promise<number> = NEVER) {
  const waiting: ((page: { items: number[]; next: string | null }) => void)[] = []
  const cursors: (string | null)[] = []
  const find = (cursor: string | null) => {
    cursors.push(cursor)
    return new Promise<{ items: number[]; next: string | null }>((resolve) => {
      waiting.push(resolve)
    })
  }
  const client = createFakeClient({
    'postback.page': async ({ cursor }) => {
      const { items, next } = await find(cursor)
      return { items: items.map((id) => aPostbackSummary({ id })), next }
    },
    'postback.ids': ({ cursor }) => find(cursor),
    'postback.byIds': ({ ids }) => ids.map((id) => aPostbackSummary({ id })),
    'postback.counts': async () => counts(await counted),
  })
  const list = createHistoryList(client, queueMicrotask, timers)
  list.show({ filter: { ...EVERYTHING, texts: ['zz'] }, sort: NEWEST_FIRST })
  const answer = async (items: number[], next: string | null): Promise<void> => {
    await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0))
    waiting.shift()?.({ items, next })
  }
  return { client, list, cursors, answer, snapshot: () => list.getSnapshot() }
}

describe('A list that is searched for', () => {
  it('shows rows as they are found, and says that it searches until the end', async () => {
    const { list, answer, snapshot } = aSearch()
    await answer([900], 'a')
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ state: 'ready', rowCount: 1, searching: true }))
    await answer([700, 600], 'b')
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 3, searching: true }))
    expect(list.idAt(2)).toBe(600)
    await answer([], null)
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 3, searching: false }))
  })

  it('claims that nothing matches at the end only, and keeps asking until then', async () => {
    const { answer, cursors, snapshot } = aSearch()
    await answer([], 'a')
    for (const next of ['b', 'c', 'd']) {
      await vi.waitFor(() => expect(snapshot()).toMatchObject({ state: 'ready', rowCount: 0, searching: true }))
      await answer([], next)
    }
    await answer([], null)
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 0, searching: false }))
    expect(cursors).toEqual([null, 'a', 'b', 'c', 'd'])
  })

  it('rests once there are rows enough for what is looked at, and goes on when it is scrolled', async () => {
    const { list, answer, cursors, snapshot } = aSearch()
    const ids = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from - at)
    await answer(ids(9000, 40), 'a')
    await answer(ids(8000, 400), 'b')
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 440, searching: false }))
    expect(cursors).toEqual([null, 'a'])
    list.look(400, 440)
    await answer([], null)
    await vi.waitFor(() => expect(cursors).toEqual([null, 'a', 'b']))
  })

  it('knows how many there are when they are counted, however late', async () => {
    const { list, answer, snapshot } = aSearch(new Promise((resolve) => setTimeout(() => resolve(25), 150)))
    await answer([900], 'a')
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 1, searching: true }))
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ rowCount: 25, searching: true }))
    expect(list.idAt(1)).toBeUndefined()
  })

  it('asks for nothing more once something else is shown', async () => {
    const { list, answer, cursors } = aSearch()
    await answer([], 'a')
    await vi.waitFor(() => expect(cursors).toHaveLength(2))
    list.show({ filter: { ...EVERYTHING, texts: ['yy'] }, sort: NEWEST_FIRST })
    await answer([], 'b')
    await answer([5], null)
    await vi.waitFor(() => expect(list.getSnapshot()).toMatchObject({ state: 'ready', rowCount: 1, searching: false }))
    expect(cursors).toEqual([null, 'a', null])
  })

  it('does not look twice through arrivals that did not match', async () => {
    const newerThan: (number | null)[] = []
    const client = createFakeClient({
      'postback.page': (input) => {
        newerThan.push(input.newerThan)
        return { items: [], next: null }
      },
      'postback.counts': () => counts(0),
    })
    const list = createHistoryList(client, queueMicrotask, timers)
    list.show({ filter: { ...EVERYTHING, texts: ['zz'] }, sort: NEWEST_FIRST })
    await vi.waitFor(() => expect(list.getSnapshot().state).toBe('ready'))
    list.received([aPostbackSummary({ id: 50 })])
    await vi.waitFor(() => expect(newerThan).toHaveLength(2))
    list.received([aPostbackSummary({ id: 60 })])
    await vi.waitFor(() => expect(newerThan).toEqual([null, 0, 50]))
  })
})
