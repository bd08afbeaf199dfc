import { describe, expect, it, onTestFinished } from 'vitest'
import { createRetention } from '../../../src/app/retention.ts'
import type { HistorySettings } from '../../../src/core/clearing.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { settingsSchema } from '../../../src/core/settings.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds } from '../../support/collect.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 5, 1)

/** A request a day, the newest today. */
async function storeOf(days: number): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder() })
  for (let ago = days - 1; ago >= 0; ago -= 1) {
    await store.append(aCapturedRequest({ receivedAt: NOW - ago * DAY }), OK_REPLY)
  }
  return store
}

function started(store: PostbackStore, first: HistorySettings) {
  let rule = first
  const retention = createRetention({
    store,
    rule: () => rule,
    now: () => NOW,
    onBug: (error) => {
      throw error
    },
    startAfterMs: 10,
    changedAfterMs: 10,
  })
  onTestFinished(() => retention.close())
  return {
    retention,
    change: (next: HistorySettings): void => {
      rule = next
      retention.changed()
    },
  }
}

describe('What is kept', () => {
  it('is everything, as long as nobody says otherwise', async () => {
    const store = await storeOf(3)
    const { retention } = started(store, { keepDays: null, keepRequests: null })
    expect(await retention.preview({ keepDays: null, keepRequests: null })).toEqual({ requests: 0, marked: 0 })
    await store.removals.settled()
    expect(await allIds(store)).toEqual([3, 2, 1])
    expect(await store.removals.latest(5)).toEqual([])
  })

  it('is so many days, but for what is marked, and changes with the rule', async () => {
    const store = await storeOf(10)
    await store.marks.set([2], { note: 'kept' })
    const { retention, change } = started(store, { keepDays: null, keepRequests: null })
    expect(await retention.preview({ keepDays: 5, keepRequests: null })).toEqual({ requests: 3, marked: 1 })
    change({ keepDays: 5, keepRequests: null })
    await expect.poll(() => allIds(store)).toEqual([10, 9, 8, 7, 6, 5, 2])
    change({ keepDays: 3, keepRequests: null })
    await expect.poll(() => allIds(store)).toEqual([10, 9, 8, 7, 2])
    const removals = await store.removals.latest(5)
    expect(removals.map(({ what, cause, removed }) => ({ what, cause, removed }))).toEqual([
      { what: 'What is older than 3 days', cause: 'retention', removed: 2 },
      { what: 'What is older than 5 days', cause: 'retention', removed: 3 },
    ])
  })

  it('is so many of the newest; what goes by both rules is counted once', async () => {
    const store = await openStore({ folder: await tempFolder() })
    await Promise.all(
      Array.from({ length: 1010 }, (_, at) =>
        store.append(aCapturedRequest({ receivedAt: NOW - (1010 - at) * 1000 - (at < 5 ? 9 * DAY : 0) }), OK_REPLY),
      ),
    )
    const { retention, change } = started(store, { keepDays: null, keepRequests: null })
    expect(await retention.preview({ keepDays: 5, keepRequests: 1000 })).toEqual({ requests: 10, marked: 0 })
    change({ keepDays: null, keepRequests: 1000 })
    await expect.poll(async () => (await allIds(store)).length).toBe(1000)
    expect(Math.min(...(await allIds(store)))).toBe(11)
  })

  it('has bounds and one sentence for what is beyond them, and old settings have none', () => {
    const { history } = settingsSchema.shape
    expect(history.parse(undefined)).toEqual({ keepDays: null, keepRequests: null })
    for (const wrong of [0, 3651, 1.5, '7']) {
      const result = history.safeParse({ keepDays: wrong, keepRequests: null })
      expect(result.error?.issues.map(({ message }) => message)).toEqual([
        'Enter whole days from 1 to 3650, or nothing.',
      ])
    }
    for (const wrong of [999, 100_000_001]) {
      expect(history.safeParse({ keepDays: null, keepRequests: wrong }).success).toBe(false)
    }
  })
})
