import { describe, expect, it, vi } from 'vitest'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../../src/core/filter.ts'
import { NO_MARK, summaryOfMark } from '../../../../src/core/mark.ts'
import { createHistoryList } from '../../../../src/renderer/features/postbacks/list/history-list.ts'
import type { Timers } from '../../../../src/renderer/lib/coalesce.ts'
import { aPostbackSummary } from '../../../support/builders.ts'
import { createFakeClient } from '../../../support/fake-client.ts'
import { fakeHistoryCalls } from '../../../support/fake-history.ts'

const timers: Timers = {
  set: (callback, delayMs) => Number(setTimeout(callback, delayMs)),
  clear: (timer) => {
    clearTimeout(timer)
  },
  now: () => performance.now(),
}

/** Three rows, the list shown, and how often a first page was read. */
async function aList(filter: PostbackFilter) {
  const calls = fakeHistoryCalls([1, 2, 3].map((id) => aPostbackSummary({ id })))
  let pages = 0
  const client = createFakeClient({
    ...calls,
    'postback.page': (input) => {
      pages += 1
      return calls['postback.page']?.(input) ?? { items: [], next: null }
    },
  })
  const list = createHistoryList(client, queueMicrotask, timers)
  list.show({ filter, sort: NEWEST_FIRST })
  await vi.waitFor(() => expect(list.getSnapshot().state).toBe('ready'))
  return { list, pages: () => pages }
}

const marked = { id: 2, ...NO_MARK, pinned: true, note: 'x' }

describe('The live list, when a request is marked,', () => {
  it('shows the mark on its row, with nothing read anew', async () => {
    const { list, pages } = await aList(EVERYTHING)
    const version = list.getSnapshot().version
    list.marked([marked, { ...marked, id: 99 }])
    await vi.waitFor(() => expect(list.getSnapshot().version).toBeGreaterThan(version))
    expect(list.row(2)?.mark).toEqual(summaryOfMark(marked))
    expect(list.row(3)?.mark.pinned).toBe(false)
    expect(pages()).toBe(1)
  })

  it('reads anew where marks decide what is shown', async () => {
    const { list, pages } = await aList({ ...EVERYTHING, pinned: true })
    list.marked([marked])
    await vi.waitFor(() => expect(pages()).toBe(2))
  })
})
