import { describe, expect, it, vi } from 'vitest'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../../src/core/filter.ts'
import type { PostbackSummary } from '../../../../src/core/postback.ts'
import { createHistoryList, type HistoryQuery } from '../../../../src/renderer/features/postbacks/list/history-list.ts'
import type { Timers } from '../../../../src/renderer/lib/coalesce.ts'
import { aPostbackSummary } from '../../../support/builders.ts'
import { createFakeClient, type FakeCalls } from '../../../support/fake-client.ts'
import { fakeHistoryCalls } from '../../../support/fake-history.ts'

const timers: Timers = {
  set: (callback, delayMs) => Number(setTimeout(callback, delayMs)),
  clear: (timer) => {
    clearTimeout(timer)
  },
  now: () => performance.now(),
}

function aHistory(count: number): PostbackSummary[] {
  return Array.from({ length: count }, (_, index) => aPostbackSummary({ id: index + 1, userId: `u_${String(index)}` }))
}

/** A list over a history in memory, and `arrive`, which stores and announces. */
function aList(history: PostbackSummary[], query: Partial<HistoryQuery> = {}, calls: FakeCalls = {}) {
  const client = createFakeClient({ ...fakeHistoryCalls(history), ...calls })
  const list = createHistoryList(client, queueMicrotask, timers)
  client.on('postback.received', ({ postbacks }) => list.received(postbacks))
  list.show({ filter: EVERYTHING, sort: NEWEST_FIRST, ...query })
  const arrive = (...rows: Partial<PostbackSummary>[]): void => {
    const added = rows.map((row, index) => aPostbackSummary({ ...row, id: history.length + 1 + index }))
    history.push(...added)
    client.emit('postback.received', { postbacks: added })
  }
  const ready = (): Promise<void> => vi.waitFor(() => expect(list.getSnapshot().state).toBe('ready'))
  const ids = (count: number): readonly (number | undefined)[] =>
    Array.from({ length: count }, (_, index) => list.idAt(index))
  return { client, list, arrive, ready, ids }
}

const failures: PostbackFilter = { ...EVERYTHING, verdicts: ['fail'] }
const ofUser: PostbackFilter = { ...EVERYTHING, userId: 'u_7' }

describe('the live list', () => {
  it('starts with the newest and knows how long it is before all ids are here', async () => {
    const { list, ready, ids } = aList(aHistory(300))
    await ready()
    expect(ids(3)).toEqual([300, 299, 298])
    expect(list.getSnapshot().rowCount).toBe(300)
    await vi.waitFor(() => expect(list.idAt(299)).toBe(1))
  })

  it('loads the rows that are looked at', async () => {
    const { list, ready } = aList(aHistory(5000))
    await ready()
    await vi.waitFor(() => expect(list.idAt(4000)).toBe(1000))
    expect(list.rowAt(4000)).toBeUndefined()
    list.look(4000, 4040)
    await vi.waitFor(() => expect(list.rowAt(4039)?.id).toBe(961))
  })

  it('puts arrivals on top at once', async () => {
    const { list, arrive, ready, ids } = aList(aHistory(3))
    await ready()
    arrive({}, {})
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(5))
    expect(ids(3)).toEqual([5, 4, 3])
    expect(list.rowAt(0)?.id).toBe(5)
  })

  it('lets arrivals wait while another place is read, and lets them in at the top', async () => {
    const { list, arrive, ready, ids } = aList(aHistory(3))
    await ready()
    list.follow(false)
    arrive({}, {})
    await vi.waitFor(() => expect(list.getSnapshot().waiting).toBe(2))
    expect(ids(1)).toEqual([3])
    list.follow(true)
    await vi.waitFor(() => expect(list.getSnapshot()).toMatchObject({ waiting: 0, rowCount: 5 }))
    expect(ids(1)).toEqual([5])
  })

  it('lets arrivals wait at the top too while it is paused', async () => {
    const { list, arrive, ready } = aList(aHistory(3))
    await ready()
    list.pause(true)
    arrive({})
    list.follow(true)
    await vi.waitFor(() => expect(list.getSnapshot()).toMatchObject({ waiting: 1, rowCount: 3 }))
    list.pause(false)
    await vi.waitFor(() => expect(list.getSnapshot()).toMatchObject({ waiting: 0, rowCount: 4 }))
  })

  it('leaves out arrivals of other verdicts without asking the store', async () => {
    const { client, list, arrive, ready } = aList(aHistory(3), { filter: failures })
    await ready()
    const asked = client.called.length
    arrive({ verdict: 'pass' }, { verdict: 'fail' }, { verdict: null, kind: 'noise' })
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(1))
    expect(list.rowAt(0)?.verdict).toBe('fail')
    expect(client.called).toHaveLength(asked)
  })

  it('asks the store which arrivals match a filter that only it can decide', async () => {
    const { list, arrive, ready, ids } = aList(aHistory(20), { filter: ofUser })
    await ready()
    expect(ids(2)).toEqual([8, undefined])
    arrive({ userId: 'u_1' }, { userId: 'u_7' })
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(2))
    expect(ids(2)).toEqual([22, 8])
  })

  it('keeps one question under way however fast matching arrivals come, and misses none', async () => {
    const history = aHistory(1)
    const calls = fakeHistoryCalls(history)
    let underWay = 0
    let most = 0
    const { list, arrive, ready } = aList(
      history,
      { filter: ofUser },
      {
        'postback.page': async (input) => {
          underWay += 1
          most = Math.max(most, underWay)
          await new Promise((resolve) => setTimeout(resolve, 3))
          underWay -= 1
          return (await calls['postback.page']?.(input)) ?? { items: [], next: null }
        },
      },
    )
    await ready()
    for (let burst = 0; burst < 40; burst += 1) arrive(...Array.from({ length: 10 }, () => ({ userId: 'u_7' })))
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(400), 5000)
    expect(most).toBe(1)
    expect(new Set(Array.from({ length: 400 }, (_, index) => list.idAt(index))).size).toBe(400)
  })

  it('counts arrivals under another order and sorts them in when asked', async () => {
    const { list, arrive, ready } = aList(aHistory(3), { sort: { column: 'userId', direction: 'ascending' } })
    await ready()
    arrive({ userId: 'a' })
    await vi.waitFor(() => expect(list.getSnapshot().waiting).toBe(1))
    list.letIn()
    await vi.waitFor(() => expect(list.rowAt(0)?.userId).toBe('a'))
    expect(list.getSnapshot().waiting).toBe(0)
  })

  it('adds arrivals below where the oldest stand first', async () => {
    const { list, arrive, ready, ids } = aList(aHistory(2), { sort: { column: 'received', direction: 'ascending' } })
    await ready()
    list.follow(false)
    arrive({})
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(3))
    expect(ids(3)).toEqual([1, 2, 3])
    expect(list.getSnapshot().waiting).toBe(0)
  })

  it('shows an arrival once that came while the list was being read', async () => {
    const history = aHistory(3)
    const { list, arrive, ready, ids } = aList(history)
    arrive({})
    await ready()
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(4))
    expect(ids(5)).toEqual([4, 3, 2, 1, undefined])
  })

  it('shows an arrival once that was already in what was read', async () => {
    const history = aHistory(3)
    const { client, list, arrive, ready, ids } = aList(history)
    await ready()
    client.emit('postback.received', { postbacks: history.slice(1) })
    arrive({})
    await vi.waitFor(() => expect(list.getSnapshot().rowCount).toBe(4))
    expect(ids(5)).toEqual([4, 3, 2, 1, undefined])
  })

  it('notes the outcome of a reply in the row', async () => {
    const { list, ready } = aList(aHistory(1))
    await ready()
    const before = list.rowAt(0)
    list.replied([{ id: 1, sentAt: 99, senderGone: true }])
    await vi.waitFor(() => expect(list.rowAt(0)?.reply).toMatchObject({ sentAt: 99, senderGone: true }))
    expect(list.rowAt(0)).not.toBe(before)
  })

  it('says what went wrong and recovers when it is read again', async () => {
    let broken = true
    const history = aHistory(2)
    const calls = fakeHistoryCalls(history)
    const { list, ready } = aList(
      history,
      {},
      {
        'postback.page': async (input) => {
          if (broken) throw new Error('The disk is on fire.')
          return (await calls['postback.page']?.(input)) ?? { items: [], next: null }
        },
      },
    )
    await vi.waitFor(() => expect(list.getSnapshot().state).toBe('failed'))
    expect(list.getSnapshot().error).toEqual(new Error('The disk is on fire.'))
    broken = false
    list.reload()
    await ready()
    expect(list.getSnapshot().rowCount).toBe(2)
  })

  it('is another listing after the filter changed, the same one after a re-reading', async () => {
    const { list, ready } = aList(aHistory(2))
    await ready()
    const { listing, version } = list.getSnapshot()
    list.reload()
    await vi.waitFor(() => expect(list.getSnapshot().version).toBeGreaterThan(version + 1))
    expect(list.getSnapshot().listing).toBe(listing)
    list.show({ filter: failures, sort: NEWEST_FIRST })
    await vi.waitFor(() => expect(list.getSnapshot().listing).toBe(listing + 1))
  })
})
