import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { StoreStatus } from '../../../src/core/status.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const LARGE = new Uint8Array(20_000)

describe('A store whose disk is full', () => {
  it('refuses captures and says so, keeps what it has, and commits again once there is space', async () => {
    const folder = await tempFolder()
    let now = 1000
    const store = await openStore({ folder, maxPages: 60, now: () => now })
    const statuses: StoreStatus[] = []
    store.on((event) => {
      if (event.type === 'status') statuses.push(event.status)
    })
    const large = () => store.append(aCapturedRequest({ method: 'POST', body: LARGE }), OK_REPLY)
    let stored = 0
    const fill = async (): Promise<unknown> => {
      for (;;) {
        try {
          await large()
          stored++
        } catch (error) {
          return error
        }
      }
    }
    now = 2000
    expect(await fill()).toMatchObject({ name: 'StoreError', code: 'disk-full' })
    expect(stored).toBeGreaterThan(0)
    expect(store.status()).toMatchObject({ state: 'refusing', since: 2000, why: expect.stringContaining(folder) })
    now = 3000
    await expect(large()).rejects.toMatchObject({ code: 'disk-full' })
    expect(statuses).toEqual([store.status()])
    expect((await store.counts(EVERYTHING)).total).toBe(stored)

    const other = new Database(join(folder, 'history.db'))
    other.exec('DELETE FROM request WHERE id = 1')
    other.close()
    now = 4000
    expect((await large()).id).toBe(stored + 1)
    expect(store.status()).toMatchObject({ state: 'ok', since: 4000 })
    expect(statuses).toHaveLength(2)
    await vi.waitFor(async () => {
      expect(await store.outages(0, 9000)).toMatchObject([{ reason: 'store-refusing', from: 2000, to: 4000 }])
    })
  }, 60_000)
})

describe('A request that cannot be stored', () => {
  it('is refused alone: those that came with it are stored, in their order', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const good = (user: string) =>
      store.append(aCapturedRequest({ target: `/hitpoint?user_id=${user}&reward_amount=1` }), OK_REPLY)
    const results = await Promise.allSettled([
      good('a'),
      store.append(aCapturedRequest({ receivedAt: Number.NaN }), OK_REPLY),
      good('b'),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(results[1]).toMatchObject({ reason: { name: 'StoreError', code: 'io' } })
    expect((await store.byIds([1, 2, 3])).map((item) => item.userId)).toEqual(['a', 'b'])
    expect(store.status().state).toBe('ok')
  })
})
